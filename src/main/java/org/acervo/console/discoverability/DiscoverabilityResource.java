package org.acervo.console.discoverability;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.access.Right;
import org.acervo.catalog.Discoverability;
import org.acervo.catalog.Discoverability.Guide;
import org.acervo.catalog.Discoverability.Trait;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Statement;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.discoverability.DiscoverabilityPage.Document;
import org.acervo.console.discoverability.DiscoverabilityPage.Line;
import org.acervo.console.discoverability.DiscoverabilityPage.Missing;
import org.acervo.console.discoverability.DiscoverabilityPage.Repair;
import org.acervo.pages.Query;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Renderer;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;

/** How well the published documents can be found: by mission, by what is missing, and document by document. */
@Path("discoverability")
@Controller
@RequestScoped
public class DiscoverabilityResource {

    private static final String TEMPLATE = "console/discoverability/discoverability.ftlh";
    private static final List<String> TRAITS =
            Arrays.stream(Trait.values()).map(Trait::code).toList();

    private final Desk desk;
    private final Searching searching;
    private final Publications publications;
    private final Attachments attachments;
    private final Renderer renderer;
    private final Vocabularies vocabularies;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DiscoverabilityResource() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    DiscoverabilityResource(
            Desk desk,
            Searching searching,
            Publications publications,
            Attachments attachments,
            Renderer renderer,
            Vocabularies vocabularies,
            Clock clock) {
        this.desk = desk;
        this.searching = searching;
        this.publications = publications;
        this.attachments = attachments;
        this.renderer = renderer;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    @GET
    public Response show() {
        desk.caller().require(Right.READ);
        Fields query = desk.query();
        String code = vocabularies
                .missions()
                .find(query.get("mission"))
                .map(Mission::code)
                .orElse("");
        Scores scores = new Scores(desk.language().locale());
        Found all = searching.find(documents(""));
        Found meant = code.isEmpty() ? all : searching.find(documents(code));
        Found lacking = searching.find(page(code, query).with(Facet.LACKS, TRAITS));
        return desk.page(
                TEMPLATE,
                new DiscoverabilityPage(
                        code,
                        vocabularies
                                .missions()
                                .find(code)
                                .map(each -> each.labels().in(desk.language()))
                                .orElse(""),
                        all.catchingUp(),
                        Arrays.stream(Guide.values()).map(Guide::name).toList(),
                        lines(all, scores, code),
                        missing(code, meant),
                        toMend(lacking.hits(), scores),
                        more(code, lacking)));
    }

    private List<Line> lines(Found all, Scores scores, String current) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("", desk.text(TEMPLATE, "all"), all, scores, current));
        for (Mission each : vocabularies.missions().all()) {
            Found found = searching.find(documents(each.code()));
            if (found.total() > 0) {
                lines.add(line(each.code(), each.labels().in(desk.language()), found, scores, current));
            }
        }
        return lines;
    }

    /** The documents of a mission, or of all, as the public sees them. */
    private Search documents(String mission) {
        List<String> types = vocabularies.types().all().stream()
                .filter(PublicationType::isDocument)
                .map(PublicationType::code)
                .toList();
        Search search = Search.all(desk.language(), Viewer.PUBLIC).with(Facet.TYPE, types);
        return (mission.isEmpty() ? search : search.with(Facet.MISSION, List.of(mission))).sized(1);
    }

    /** The page of documents that the address names. */
    private Search page(String mission, Fields query) {
        Search place = Search.of(Map.of("after", query.all("after")), desk.language(), Viewer.PUBLIC)
                .search();
        return documents(mission).sized(Search.PAGE).from(place.after());
    }

    private static Map<Trait, Integer> lacked(Found found) {
        Map<Trait, Integer> lacked = new LinkedHashMap<>();
        found.facets().getOrDefault(Facet.LACKS, List.of()).forEach(each -> Trait.of(each.value())
                .ifPresent(trait -> lacked.put(trait, each.count())));
        return lacked;
    }

    private Line line(String mission, String name, Found found, Scores scores, String current) {
        return new Line(
                name,
                "discoverability" + (mission.isEmpty() ? "" : Query.ofSingle(Map.of("mission", mission))),
                mission.equals(current),
                desk.number(found.total()),
                scores.of(found.total(), lacked(found)));
    }

    private List<Missing> missing(String mission, Found found) {
        return lacked(found).entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(each -> new Missing(
                        each.getKey().code(),
                        each.getKey().guides().stream()
                                .sorted()
                                .map(Guide::name)
                                .toList(),
                        desk.number(each.getValue()),
                        "search" + Query.ofSingle(search(mission, each.getKey()))))
                .toList();
    }

    private static Map<String, String> search(String mission, Trait trait) {
        Map<String, String> search = new LinkedHashMap<>();
        search.put(Facet.STATE.parameter(), "published");
        if (!mission.isEmpty()) {
            search.put(Facet.MISSION.parameter(), mission);
        }
        search.put(Facet.LACKS.parameter(), trait.code());
        return search;
    }

    private List<Document> toMend(List<Hit> hits, Scores scores) {
        Map<PublicationId, Publication> all =
                publications.findAll(hits.stream().map(Hit::id).toList());
        return hits.stream()
                .flatMap(each -> java.util.stream.Stream.ofNullable(all.get(each.id())))
                .map(each -> document(each, scores))
                .toList();
    }

    private Document document(Publication publication, Scores scores) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<PublicationFile> open = attachments.of(publication.id()).stream()
                .filter(each -> each.standing() == PublicationFile.Standing.KEPT && each.isOpen(today))
                .toList();
        Set<Trait> lacking = Discoverability.lacking(renderer.effective(publication.metadata()), open);
        Statement title = publication.metadata().all(Element.TITLE).stream()
                .findFirst()
                .orElse(Statement.of(Element.TITLE, publication.id().toString()));
        String lang = title.lang();
        return new Document(
                publication.id().toString(),
                title.value(),
                lang == null ? "" : lang,
                scores.of(1, lacking.stream().collect(Collectors.toMap(each -> each, each -> 1)))
                        .get(0),
                lacking.stream().map(each -> repair(publication.id(), each)).toList());
    }

    private static Repair repair(PublicationId id, Trait trait) {
        Element element = trait.element();
        String page = "publications/" + id;
        return new Repair(trait.code(), element == null ? page + "#files" : page + "/edit#" + element.member());
    }

    private static String more(String mission, Found found) {
        if (found.next() == null) {
            return "";
        }
        Map<String, String> query = new LinkedHashMap<>();
        if (!mission.isEmpty()) {
            query.put("mission", mission);
        }
        query.put("after", found.next().code());
        return "discoverability" + Query.ofSingle(query);
    }
}
