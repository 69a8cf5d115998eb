package org.acervo.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** The tags by which scholarly search engines recognise a document on its page. Immutable and thread-safe. */
public final class CitationTags {

    /** A tag of the head of a page. */
    public record Tag(String name, String content) {}

    private final Catalogue catalogue;

    public CitationTags(Repository repository, Vocabularies vocabularies) {
        this.catalogue = new Catalogue(repository, vocabularies);
    }

    /** The tags of an item; none for news and campaign material, which nobody cites. */
    public List<Tag> of(Item item) {
        Entry entry = catalogue.entry(item);
        PublicationType type = entry.type();
        if (type == null || !type.isDocument()) {
            return List.of();
        }
        List<Tag> tags = new ArrayList<>();
        entry.titles().stream().limit(1).forEach(each -> add(tags, "title", each.value()));
        authors(entry).forEach(each -> add(tags, "author", each));
        date(entry, tags);
        entry.all(Element.LANGUAGE).forEach(each -> add(tags, "language", each.value()));
        publisher(entry, type, tags);
        for (Identifier each : entry.identifiers()) {
            add(tags, name(each.scheme()), each.value());
        }
        entry.all(Element.SUBJECT).forEach(each -> add(tags, "keywords", each.value()));
        add(tags, "abstract_html_url", entry.landingPage());
        entry.files().stream()
                .filter(each -> each.mediaType().equals("application/pdf"))
                .forEach(each -> add(tags, "pdf_url", each.url()));
        return List.copyOf(tags);
    }

    /** Who is cited: people and corporate bodies alike, and where nobody is named, who published it. */
    private static Stream<String> authors(Entry entry) {
        List<Agent> creators = entry.agents(Element.CREATOR);
        return creators.isEmpty()
                ? entry.publishers().stream().map(Text::value)
                : creators.stream().map(Agent::name);
    }

    private static void date(Entry entry, List<Tag> tags) {
        IssueDate date = entry.date();
        if (date.isEdtf() && !date.year().endsWith("X")) {
            add(tags, "publication_date", date.plain().replace('-', '/'));
        } else {
            add(tags, "online_date", entry.publishedHere().replace('-', '/'));
        }
    }

    private static void publisher(Entry entry, PublicationType type, List<Tag> tags) {
        String name =
                switch (type.like()) {
                    case "thesis" -> "dissertation_institution";
                    case "book", "article" -> "publisher";
                    default -> "technical_report_institution";
                };
        entry.publishers().forEach(each -> add(tags, name, each.value()));
        for (Statement each : entry.all(Element.SERIES)) {
            add(tags, "series_title", each.value());
            String number = Entry.number(each);
            if (number != null) {
                add(tags, "technical_report_number", number);
            }
        }
    }

    private static String name(@Nullable IdentifierScheme scheme) {
        return scheme == IdentifierScheme.DOI || scheme == IdentifierScheme.ISBN || scheme == IdentifierScheme.ISSN
                ? scheme.code()
                : "";
    }

    private static void add(List<Tag> tags, String name, String content) {
        if (!name.isEmpty()) {
            tags.add(new Tag("citation_" + name, content));
        }
    }
}
