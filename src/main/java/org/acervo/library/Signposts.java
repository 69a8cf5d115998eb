package org.acervo.library;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.Item;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.format.Identifier;
import org.acervo.format.JsonMaker;
import org.acervo.format.SchemaOrg;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Sets the signs by which programs find their way around a publication (FAIR Signposting, levels 1 and 2). Thread-safe.
 *
 * @param doiPrefixes the beginnings of DOIs that lead to pages here, each a prefix alone or with the beginning of the suffix
 */
record Signposts(Repository repository, Vocabularies vocabularies, List<String> doiPrefixes) {

    static final String LINK_SET = "application/linkset+json";

    private static final String PAGE = "text/html";

    /** Headers of more than some kilobytes are refused on the way; the link set has everything. */
    private static final int LONGEST_HEADER = 4_000;

    /** From the landing page on: how to cite it, who wrote it, what describes it, and what it consists of. */
    List<Signpost> ofPage(Item item) {
        String page = repository.landingPage(item.id());
        List<Signpost> signposts = new ArrayList<>();
        List<String> dois = dois(item, true);
        signposts.add(Signpost.of("cite-as", dois.isEmpty() ? page : dois.get(0)));
        dois(item, false).forEach(each -> signposts.add(Signpost.of("related", each)));
        signposts.add(Signpost.of("type", "https://schema.org/AboutPage"));
        String type = item.metadata().value(Element.TYPE);
        signposts.add(Signpost.of(
                "type",
                SchemaOrg.type(
                        type == null ? null : vocabularies.types().find(type).orElse(null))));
        String rights = item.metadata().value(Element.RIGHTS);
        if (rights != null && Signpost.isAddress(rights)) {
            signposts.add(Signpost.of("license", rights));
        }
        signposts.add(Signpost.of("linkset", linkSet(item.id()), LINK_SET));
        for (Representation each : Representation.OF_RECORDS) {
            signposts.add(new Signpost("describedby", page + "." + each.ending(), each.type(), each.profile()));
        }
        authors(item).forEach(each -> signposts.add(Signpost.of("author", each)));
        item.relations().stream()
                .filter(each -> each.type() == RelationType.IS_PART_OF && Signpost.isAddress(each.url()))
                .forEach(each -> signposts.add(Signpost.of("collection", each.url())));
        item.files().stream()
                .filter(Item.File::isOpen)
                .forEach(each -> signposts.add(Signpost.of("item", each.url(), each.mediaType())));
        return signposts;
    }

    /** The DOIs of a publication that lead here, or the others, which lead to it elsewhere. */
    private List<String> dois(Item item, boolean here) {
        return item.metadata().all(Element.IDENTIFIER).stream()
                .map(Identifier::of)
                .filter(each -> each.scheme() == IdentifierScheme.DOI && leadsHere(each.value()) == here)
                .flatMap(each -> Stream.ofNullable(each.uri()))
                .filter(Signpost::isAddress)
                .toList();
    }

    private boolean leadsHere(String doi) {
        return doiPrefixes.stream()
                .map(prefix -> prefix.contains("/") ? prefix : prefix + "/")
                .anyMatch(prefix -> doi.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    private List<String> authors(Item item) {
        List<String> authors = new ArrayList<>();
        for (Statement each : item.metadata().all(Element.CREATOR)) {
            String author = author(each);
            if (author != null && Signpost.isAddress(author)) {
                authors.add(author);
            }
        }
        return authors;
    }

    private @Nullable String author(Statement creator) {
        String id = creator.qualifier(Qualifier.ID);
        return id != null
                ? id
                : vocabularies
                        .organizationNamed(creator.value())
                        .map(each -> each.ror())
                        .orElse(null);
    }

    /** From a file back to the page that it belongs to. */
    List<Signpost> ofFile(PublicationId id) {
        return List.of(
                Signpost.of("collection", repository.landingPage(id), PAGE),
                Signpost.of("linkset", linkSet(id), LINK_SET));
    }

    /** From a record to what it describes. */
    List<Signpost> ofRecord(PublicationId id) {
        return List.of(
                Signpost.of("describes", repository.landingPage(id), PAGE),
                Signpost.of("linkset", linkSet(id), LINK_SET));
    }

    private String linkSet(PublicationId id) {
        return repository.landingPage(id) + "/linkset";
    }

    /** As many as a header can carry. */
    static String header(List<Signpost> signposts) {
        StringBuilder header = new StringBuilder();
        for (Signpost each : signposts) {
            String link = each.header();
            if (header.length() + link.length() <= LONGEST_HEADER) {
                header.append(header.length() == 0 ? "" : ", ").append(link);
            }
        }
        return header.toString();
    }

    /** All of them, from the page, its files and its records on (RFC 9264). */
    JsonObject set(Item item) {
        JsonArrayBuilder contexts = JsonMaker.array();
        List<Signpost> ofPage = ofPage(item).stream()
                .filter(each -> !each.relation().equals("linkset"))
                .toList();
        contexts.add(context(repository.landingPage(item.id()), ofPage));
        Signpost home = Signpost.of("collection", repository.landingPage(item.id()), PAGE);
        item.files().stream()
                .filter(Item.File::isOpen)
                .forEach(each -> contexts.add(context(each.url(), List.of(home))));
        Signpost described = Signpost.of("describes", repository.landingPage(item.id()), PAGE);
        for (Representation each : Representation.OF_RECORDS) {
            contexts.add(context(repository.landingPage(item.id()) + "." + each.ending(), List.of(described)));
        }
        return JsonMaker.object().add("linkset", contexts).build();
    }

    /** What leads on from one place, by relation (RFC 9264 section 4.2.2). */
    static JsonObjectBuilder context(String anchor, List<Signpost> signposts) {
        Map<String, JsonArrayBuilder> relations = new LinkedHashMap<>();
        signposts.forEach(each -> relations
                .computeIfAbsent(each.relation(), none -> JsonMaker.array())
                .add(each.json()));
        JsonObjectBuilder context = JsonMaker.object().add("anchor", anchor);
        relations.forEach(context::add);
        return context;
    }
}
