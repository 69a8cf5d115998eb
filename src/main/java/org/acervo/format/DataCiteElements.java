package org.acervo.format;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements that DataCite's own schema and the profile of OpenAIRE have in common. Not thread-safe. */
final class DataCiteElements {

    /** What DataCite has a record say where a mandatory value is not available (DataCite 4.6, appendix 3). */
    static final String UNAVAILABLE = ":unav";

    /** The relations of DataCite 4.6, or those of 4.1, which knows no translations and which OpenAIRE took over. */
    enum Relations {
        WITH_TRANSLATIONS,
        WITHOUT_TRANSLATIONS
    }

    private final Entry entry;
    private final XmlWriter out;
    private final String prefix;
    private final Relations relations;

    /** @param prefix of the namespace with its colon, or nothing */
    DataCiteElements(Entry entry, XmlWriter out, String prefix, Relations relations) {
        this.entry = entry;
        this.out = out;
        this.prefix = prefix;
        this.relations = relations;
    }

    /** Values that say something; an empty one is not valid where another schema than ours has let it pass. */
    static Predicate<Text> saying() {
        return text -> !text.value().isBlank();
    }

    XmlWriter start(String name) {
        return out.start(prefix + name);
    }

    void element(String name, String text) {
        out.element(prefix + name, text);
    }

    /** The identifier that others gave the work, a DOI before a handle, else the landing page. */
    void identifier(String handleType) {
        Identifier own = primary();
        String type = own == null ? "URL" : own.scheme() == IdentifierScheme.DOI ? "DOI" : handleType;
        start("identifier")
                .attribute("identifierType", type)
                .text(own == null ? entry.landingPage() : own.value())
                .end();
    }

    private @Nullable Identifier primary() {
        return Stream.of(IdentifierScheme.DOI, IdentifierScheme.HANDLE)
                .flatMap(scheme -> entry.identifiers().stream().filter(each -> each.scheme() == scheme))
                .filter(Identifier::hasForm)
                .findFirst()
                .orElse(null);
    }

    /** The landing page where it is not the identifier itself, the other identifiers, and where the open files lie. */
    void alternateIdentifiers() {
        Identifier own = primary();
        List<Identifier> others = entry.identifiers().stream()
                .filter(each -> !each.equals(own) && !each.value().isBlank())
                .toList();
        List<Item.File> files = entry.files();
        if (own == null && others.isEmpty() && files.isEmpty()) {
            return;
        }
        start("alternateIdentifiers");
        if (own != null) {
            alternate("URL", entry.landingPage());
        }
        others.forEach(each -> alternate(type(each.scheme()), each.value()));
        files.forEach(each -> alternate("URL", each.url()));
        out.end();
    }

    private void alternate(String type, String value) {
        start("alternateIdentifier")
                .attribute("alternateIdentifierType", type)
                .text(value)
                .end();
    }

    private static String type(@Nullable IdentifierScheme scheme) {
        if (scheme == null) {
            return "Other";
        }
        return switch (scheme) {
            case DOI, ISBN, ISSN, URL -> scheme.name();
            case HANDLE -> "Handle";
            case SYMBOL -> "Document symbol";
        };
    }

    /** The title in the language of the publication first; one is always written. */
    void titles() {
        start("titles");
        List<Text> titles =
                entry.titles().stream().map(Text::of).filter(saying()).toList();
        if (titles.isEmpty()) {
            title(new Text(UNAVAILABLE, null), null);
        }
        for (int i = 0; i < titles.size(); i++) {
            title(titles.get(i), i == 0 ? null : "TranslatedTitle");
        }
        entry.all(Element.ALTERNATIVE).stream().map(Text::of).filter(saying()).forEach(each -> {
            title(each, "AlternativeTitle");
        });
        out.end();
    }

    private void title(Text title, @Nullable String type) {
        start("title")
                .attribute("xml:lang", title.lang())
                .attribute("titleType", type)
                .text(title.value())
                .end();
    }

    /** When it was issued and when it could first be had; a date that is not known is the day of its publication here. */
    void dates() {
        IssueDate date = entry.date();
        String opens = entry.opens();
        start("dates");
        start("date")
                .attribute("dateType", "Issued")
                .attribute("dateInformation", date.isExact() || date.isUnknown() ? null : date.text())
                .text(date.isUnknown() ? entry.publishedHere() : date.plain())
                .end();
        start("date")
                .attribute("dateType", "Available")
                .text(opens == null ? entry.publishedHere() : opens)
                .end();
        out.end();
    }

    /** Free keywords, and the thematic areas by name. */
    void subjects() {
        List<Text> free = entry.all(Element.SUBJECT).stream()
                .map(Text::of)
                .filter(saying())
                .toList();
        List<Text> themes = entry.themes();
        if (free.isEmpty() && themes.isEmpty()) {
            return;
        }
        start("subjects");
        free.forEach(each -> subject(each, null));
        themes.forEach(each -> subject(each, "Thematic areas"));
        out.end();
    }

    private void subject(Text subject, @Nullable String scheme) {
        start("subject")
                .attribute("xml:lang", subject.lang())
                .attribute("subjectScheme", scheme)
                .text(subject.value())
                .end();
    }

    /** What it is related to, and, where the text lies elsewhere, the same text there. */
    void relatedIdentifiers() {
        List<Statement> links = entry.all(Element.LINK).stream()
                .filter(each -> AbsoluteUri.matches(each.value()))
                .toList();
        if (entry.relations().isEmpty() && links.isEmpty()) {
            return;
        }
        start("relatedIdentifiers");
        entry.relations().forEach(each -> related(relation(each.type()), each.url()));
        links.forEach(each -> related("IsIdenticalTo", each.value()));
        out.end();
    }

    private void related(String relation, String url) {
        start("relatedIdentifier")
                .attribute("relatedIdentifierType", "URL")
                .attribute("relationType", relation)
                .text(url)
                .end();
    }

    private String relation(RelationType type) {
        boolean translations = relations == Relations.WITH_TRANSLATIONS;
        return switch (type) {
            case IS_TRANSLATION_OF -> translations ? "IsTranslationOf" : "IsVersionOf";
            case HAS_TRANSLATION -> translations ? "HasTranslation" : "HasVersion";
            case IS_NEW_VERSION_OF -> "IsNewVersionOf";
            case IS_REPLACED_BY -> "IsPreviousVersionOf";
            case IS_SUMMARY_OF -> "IsDerivedFrom";
            case HAS_SUMMARY -> "IsSourceOf";
            case IS_PART_OF -> "IsPartOf";
            case HAS_PART -> "HasPart";
            case REFERENCES -> "References";
            case IS_REFERENCED_BY -> "IsReferencedBy";
        };
    }

    /** How many pages, how long, and how many bytes each open file has. */
    void sizes() {
        List<Text> extents = entry.all(Element.EXTENT).stream()
                .map(Text::of)
                .filter(saying())
                .toList();
        List<Item.File> files = entry.files();
        if (extents.isEmpty() && files.isEmpty()) {
            return;
        }
        start("sizes");
        extents.forEach(each -> element("size", each.value()));
        files.forEach(each -> element("size", each.size() + " bytes"));
        out.end();
    }

    /** The places by name. */
    void geoLocations() {
        List<Text> places = entry.all(Element.COVERAGE).stream()
                .map(entry::place)
                .filter(saying())
                .toList();
        if (places.isEmpty()) {
            return;
        }
        start("geoLocations");
        for (Text each : places) {
            start("geoLocation");
            element("geoLocationPlace", each.value());
            out.end();
        }
        out.end();
    }
}
