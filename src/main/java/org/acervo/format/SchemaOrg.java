package org.acervo.format;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Describes publications in the words of schema.org, as JSON-LD 1.1. Immutable and thread-safe. */
public final class SchemaOrg {

    private static final String VOCABULARY = "https://schema.org";

    private final Catalogue catalogue;

    public SchemaOrg(Repository repository, Vocabularies vocabularies) {
        this.catalogue = new Catalogue(repository, vocabularies);
    }

    /** The class that a document type comes nearest to, a URI. */
    public static String type(@Nullable PublicationType type) {
        return VOCABULARY + "/" + name(type);
    }

    private static String name(@Nullable PublicationType type) {
        return switch (type == null ? "" : type.like()) {
            case "study", "report", "assessment", "survey", "situation-report", "outcome-report" -> "Report";
            case "executive-summary", "evaluation", "guideline", "position-paper", "policy-brief" -> "Report";
            case "research-proposal", "working-paper", "infosheet" -> "Report";
            case "article" -> "Article";
            case "book" -> "Book";
            case "thesis" -> "Thesis";
            case "map" -> "Map";
            case "news" -> "NewsArticle";
            case "legislation" -> "Legislation";
            case "presentation" -> "PresentationDigitalDocument";
            case "training-material" -> "LearningResource";
            case "web-tool" -> "WebApplication";
            default -> ofKind(type);
        };
    }

    private static String ofKind(@Nullable PublicationType type) {
        return switch (type == null ? "" : type.dcmi()) {
            case "Dataset" -> "Dataset";
            case "MovingImage" -> "VideoObject";
            case "Sound" -> "AudioObject";
            case "StillImage", "Image" -> "ImageObject";
            default -> "CreativeWork";
        };
    }

    /** All that the public may know of an item. */
    public JsonObject describe(Item item) {
        Entry entry = catalogue.entry(item);
        JsonObjectBuilder json = JsonMaker.object()
                .add("@context", VOCABULARY)
                .add("@type", name(entry.type()))
                .add("@id", entry.landingPage())
                .add("url", entry.landingPage());
        words(entry, json);
        origin(entry, json);
        subjects(entry, json);
        list(json, "identifier", entry.identifiers(), SchemaOrg::identifier);
        values(
                json,
                "sameAs",
                entry.identifiers().stream()
                        .flatMap(each -> Stream.ofNullable(each.uri()))
                        .filter(uri -> uri.startsWith("https://"))
                        .toList());
        related(entry, json);
        list(json, "encoding", entry.files(), SchemaOrg::encoding);
        record(item, entry, json);
        return json.build();
    }

    private static void words(Entry entry, JsonObjectBuilder json) {
        List<Statement> titles = entry.titles();
        if (!titles.isEmpty()) {
            json.add("name", titles.get(0).value());
        }
        List<Statement> others = new ArrayList<>(titles.subList(Math.min(1, titles.size()), titles.size()));
        others.addAll(entry.all(Element.ALTERNATIVE));
        texts(json, "alternateName", others, each -> tagged(Text.of(each)));
        texts(json, "description", entry.all(Element.DESCRIPTION), each -> tagged(Text.of(each)));
        PublicationType type = entry.type();
        if (type != null) {
            json.add("genre", tagged(entry.label(type.labels())));
        }
        values(
                json,
                "inLanguage",
                entry.all(Element.LANGUAGE).stream().map(Statement::value).toList());
    }

    private void origin(Entry entry, JsonObjectBuilder json) {
        list(json, "author", entry.agents(Element.CREATOR), this::agent);
        list(json, "contributor", entry.agents(Element.CONTRIBUTOR), this::agent);
        list(json, "publisher", entry.publishers(), each -> JsonMaker.object()
                .add("@type", "Organization")
                .add("name", each.value()));
        IssueDate date = entry.date();
        if (!date.isUnknown()) {
            json.add("datePublished", date.plain());
        }
    }

    private JsonObjectBuilder agent(Agent agent) {
        JsonObjectBuilder json = JsonMaker.object().add("@type", agent.isPerson() ? "Person" : "Organization");
        String id = agent.id() != null
                ? agent.id()
                : catalogue
                        .vocabularies()
                        .organizationNamed(agent.name())
                        .map(each -> each.ror())
                        .orElse(null);
        if (id != null) {
            json.add("@id", id);
        }
        String family = agent.family();
        if (family != null) {
            return json.add("name", agent.given() + " " + family)
                    .add("familyName", family)
                    .add("givenName", agent.given());
        }
        return json.add("name", agent.name());
    }

    private static void subjects(Entry entry, JsonObjectBuilder json) {
        list(json, "about", entry.themes(), each -> JsonMaker.object()
                .add("@type", "DefinedTerm")
                .add("name", tagged(each)));
        texts(json, "keywords", entry.all(Element.SUBJECT), each -> tagged(Text.of(each)));
        list(json, "spatialCoverage", entry.all(Element.COVERAGE), each -> {
            JsonObjectBuilder place = JsonMaker.object()
                    .add("@type", entry.isCountry(each) ? "Country" : "Place")
                    .add("name", tagged(entry.place(each)));
            return entry.isCode(each) ? place.add("identifier", each.value()) : place;
        });
        values(
                json,
                "temporalCoverage",
                entry.all(Element.TEMPORAL).stream().map(Statement::value).toList());
    }

    private static JsonObjectBuilder identifier(Identifier identifier) {
        JsonObjectBuilder json = JsonMaker.object().add("@type", "PropertyValue");
        if (identifier.scheme() != null) {
            json.add("propertyID", identifier.scheme().name().toLowerCase(Locale.ROOT));
        }
        return json.add("value", identifier.value());
    }

    /** What it is related to, by property; a series is a whole that it is a part of, too. */
    private static void related(Entry entry, JsonObjectBuilder json) {
        Map<String, JsonArrayBuilder> properties = new TreeMap<>();
        for (Item.Link each : entry.relations()) {
            property(each.type()).ifPresent(name -> properties
                    .computeIfAbsent(name, none -> JsonMaker.array())
                    .add(JsonMaker.object().add("@type", "CreativeWork").add("@id", each.url())));
        }
        for (Statement each : entry.all(Element.SERIES)) {
            JsonObjectBuilder series =
                    JsonMaker.object().add("@type", "CreativeWorkSeries").add("name", tagged(Text.of(each)));
            String number = Entry.number(each);
            properties
                    .computeIfAbsent("isPartOf", none -> JsonMaker.array())
                    .add(number == null ? series : series.add("position", number));
        }
        properties.forEach(json::add);
    }

    private static Optional<String> property(RelationType type) {
        return Optional.ofNullable(
                switch (type) {
                    case IS_TRANSLATION_OF -> "translationOfWork";
                    case HAS_TRANSLATION -> "workTranslation";
                    case IS_NEW_VERSION_OF, IS_SUMMARY_OF -> "isBasedOn";
                    case IS_PART_OF -> "isPartOf";
                    case HAS_PART -> "hasPart";
                    case REFERENCES -> "citation";
                    case IS_REPLACED_BY, HAS_SUMMARY, IS_REFERENCED_BY -> null;
                });
    }

    private static JsonObjectBuilder encoding(Item.File file) {
        JsonObjectBuilder json = JsonMaker.object()
                .add("@type", "MediaObject")
                .add("contentUrl", file.url())
                .add("encodingFormat", file.mediaType())
                .add("contentSize", file.size() + " B");
        if (file.language() != null) {
            json.add("inLanguage", file.language());
        }
        return file.description() == null ? json : json.add("description", file.description());
    }

    /** How it may be used, and whose the record is. */
    private void record(Item item, Entry entry, JsonObjectBuilder json) {
        String rights = entry.value(Element.RIGHTS);
        if (rights != null) {
            json.add("license", rights);
        }
        AccessRight access = entry.access();
        json.add("isAccessibleForFree", access == AccessRight.OPEN)
                .add("conditionsOfAccess", access.label())
                .add("sdDatePublished", item.publishedHere().toString())
                .add("sdLicense", catalogue.repository().metadataLicence())
                .add(
                        "sdPublisher",
                        JsonMaker.object()
                                .add("@type", "Organization")
                                .add("name", catalogue.repository().name())
                                .add("url", catalogue.repository().baseUrl() + "/"));
    }

    /** A text with its language (JSON-LD 1.1 section 4.2.4), or as it is where none is known. */
    private static JsonValue tagged(Text text) {
        return text.lang() == null
                ? JsonMaker.text(text.value())
                : JsonMaker.object()
                        .add("@value", text.value())
                        .add("@language", text.lang())
                        .build();
    }

    private static void values(JsonObjectBuilder json, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            json.add(name, JsonMaker.array(values));
        }
    }

    private static <T> void list(
            JsonObjectBuilder json, String name, List<T> all, Function<T, JsonObjectBuilder> make) {
        texts(json, name, all, each -> make.apply(each).build());
    }

    private static <T> void texts(JsonObjectBuilder json, String name, List<T> all, Function<T, JsonValue> make) {
        if (!all.isEmpty()) {
            JsonArrayBuilder array = JsonMaker.array();
            all.forEach(each -> array.add(make.apply(each)));
            json.add(name, array);
        }
    }
}
