package org.acervo.console.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Statement;
import org.acervo.console.Desk;
import org.acervo.console.search.Preview.Fact;
import org.acervo.console.search.Preview.File;
import org.acervo.console.search.Preview.Similar;
import org.acervo.console.search.Preview.Text;
import org.acervo.console.search.Preview.Why;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Reach;
import org.acervo.search.Facet;
import org.acervo.search.FilePassage;
import org.acervo.search.Hit;
import org.acervo.search.Reason;
import org.acervo.search.Run;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.jspecify.annotations.Nullable;

/** Shows a hit beside the list, to who may see it. For one request. */
@Dependent
final class Previews {

    private static final int FEW = 5;

    private final Desk desk;
    private final Publications publications;
    private final Attachments attachments;
    private final Searching searching;

    @Inject
    Previews(Desk desk, Publications publications, Attachments attachments, Searching searching) {
        this.desk = desk;
        this.publications = publications;
        this.attachments = attachments;
        this.searching = searching;
    }

    /** @param id as the address has it */
    Optional<Preview> of(String id, Search search, FacetNames names) {
        return PublicationId.parse(id)
                .flatMap(publications::find)
                .filter(each -> Reach.isInsider(desk.caller(), each))
                .map(each -> preview(each, search, names));
    }

    private Preview preview(Publication publication, Search search, FacetNames names) {
        DublinCore text = publication.working();
        Statement title = ours(text.all(Element.TITLE)).findFirst().orElse(null);
        return new Preview(
                publication.id().toString(),
                title == null ? "—" : title.value(),
                title == null ? "" : orEmpty(title.lang()),
                names.value(Facet.STATE, publication.state().code()),
                SearchPages.look(publication.workingState()),
                ours(text.all(Element.DESCRIPTION))
                        .map(each -> new Text(each.value(), orEmpty(each.lang())))
                        .toList(),
                facts(text, names),
                files(publication, search),
                why(publication.id(), search),
                similar(publication.id(), search, names),
                SearchPages.link(search));
    }

    /** Those in the reader's language first. */
    private Stream<Statement> ours(List<Statement> all) {
        String own = desk.language().tag();
        return all.stream().sorted(Comparator.comparing(each -> !own.equals(each.lang())));
    }

    private List<Fact> facts(DublinCore text, FacetNames names) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "facet.type", text.values(Element.TYPE), each -> names.value(Facet.TYPE, each));
        add(facts, "date", text.values(Element.DATE), each -> each.equals("unknown") ? "" : each);
        add(facts, "facet.mission", text.values(Element.MISSION), each -> names.value(Facet.MISSION, each));
        add(facts, "authors", text.values(Element.CREATOR), each -> each);
        add(facts, "facet.publisher", text.values(Element.PUBLISHER), each -> each);
        add(facts, "facet.theme", text.values(Element.THEME), each -> names.value(Facet.THEME, each));
        add(facts, "facet.language", text.values(Element.LANGUAGE), each -> names.value(Facet.LANGUAGE, each));
        add(facts, "facet.country", text.values(Element.COVERAGE), each -> names.value(Facet.COUNTRY, each));
        add(facts, "facet.collection", text.values(Element.COLLECTION), each -> names.value(Facet.COLLECTION, each));
        return facts;
    }

    /** How a value is read. */
    private interface Naming {
        String of(String value);
    }

    private void add(List<Fact> facts, String key, List<String> values, Naming naming) {
        String all =
                values.stream().map(naming::of).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
        if (!all.isEmpty()) {
            facts.add(new Fact(text(key), all));
        }
    }

    private List<File> files(Publication publication, Search search) {
        Map<String, List<Run>> passages = new HashMap<>();
        searching
                .passages(List.of(publication.id()), search, FEW)
                .getOrDefault(publication.id(), List.of())
                .forEach((FilePassage each) -> passages.putIfAbsent(each.file(), each.passage()));
        return attachments.of(publication.id()).stream()
                .filter(each -> each.standing() != PublicationFile.Standing.LEAVING)
                .map(each -> new File(
                        each.name(),
                        "publications/" + publication.id() + "/files/"
                                + URLEncoder.encode(each.name(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                        desk.size(each.size()),
                        passages.getOrDefault(each.name(), List.of())))
                .toList();
    }

    private List<Why> why(PublicationId id, Search search) {
        return !desk.caller().may(Right.CURATE) || search.text().isBlank()
                ? List.of()
                : searching.explain(id, search).stream()
                        .map(each -> new Why(reason(each), each.share()))
                        .toList();
    }

    private String reason(Reason reason) {
        String place = text("why." + reason.place().name().toLowerCase(Locale.ROOT));
        String kind = "why." + reason.kind().name().toLowerCase(Locale.ROOT);
        return desk.text(SearchPages.TEMPLATE, kind, reason.typed(), reason.found(), place);
    }

    private List<Similar> similar(PublicationId id, Search search, FacetNames names) {
        return searching.similar(id, search.language(), search.viewer(), FEW).stream()
                .map(each -> similar(each, names))
                .toList();
    }

    private static Similar similar(Hit hit, FacetNames names) {
        String mission = hit.mission();
        String date = hit.date() == null || hit.date().equals("unknown") ? "" : hit.date();
        String note = Stream.of(mission == null ? "" : names.value(Facet.MISSION, mission), date)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
        String title = Run.plain(hit.title());
        return new Similar(hit.id().toString(), title.isEmpty() ? "—" : title, orEmpty(hit.titleLang()), note);
    }

    private String text(String key) {
        return desk.texts(SearchPages.TEMPLATE).getOrDefault(key, key);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
