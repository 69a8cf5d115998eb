package org.acervo.console.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.pages.Markdown;
import org.acervo.site.Edition;
import org.acervo.site.Site;
import org.acervo.site.SitePage;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** What curators and administrators write for the public pages; every edition is kept. */
@Path("site")
@Controller
@RequestScoped
public class SiteResource {

    private static final String LIST = "console/site/site.ftlh";
    private static final String FORM = "console/site/writing.ftlh";
    private static final int REFUSED = 422;
    private static final int MOST_SERIES = 300;
    private static final List<String> GROUPS = List.of("general", "themes", "collections", "missions", "series");

    private final Desk desk;
    private final Site site;
    private final Publications publications;
    private final Vocabularies vocabularies;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SiteResource() {
        this(null, null, null, null);
    }

    @Inject
    SiteResource(Desk desk, Site site, Publications publications, Vocabularies vocabularies) {
        this.desk = desk;
        this.site = site;
        this.publications = publications;
        this.vocabularies = vocabularies;
    }

    @GET
    public Response list() {
        desk.caller().require(Right.CURATE);
        return desk.page(
                LIST,
                new SiteView(
                        GROUPS.stream().map(each -> group(each, names(each))).toList()));
    }

    /** What the pages of a group are called in the language of who looks, by their paths. */
    private Map<String, String> names(String group) {
        return switch (group) {
            case "themes" -> named("themes/", vocabularies.themes().all());
            case "collections" -> named("collections/", publications.collections());
            case "missions" -> named("missions/", vocabularies.missions().all());
            case "series" -> series();
            default -> {
                Map<String, String> general = new LinkedHashMap<>();
                List.of("home", "about", "news").forEach(each -> general.put(each, desk.text(LIST, "page." + each)));
                yield general;
            }
        };
    }

    private Map<String, String> series() {
        Map<String, String> series = new LinkedHashMap<>();
        publications.series(MOST_SERIES).forEach(each -> series.put("series/" + each.slug(), each.name()));
        List<SitePage> pages = series.keySet().stream()
                .flatMap(each -> SitePage.of(each).stream())
                .toList();
        site.names(pages)
                .forEach((page, name) -> series.merge(
                        page.path(), name.in(desk.language()), (written, given) -> given.isEmpty() ? written : given));
        return series;
    }

    private String name(SitePage page) {
        int slash = page.path().indexOf('/');
        String group = slash < 0 ? GROUPS.get(0) : page.path().substring(0, slash);
        return names(group).getOrDefault(page.path(), page.path());
    }

    private Map<String, String> named(String folder, List<? extends Term> terms) {
        Map<String, String> named = new LinkedHashMap<>();
        terms.forEach(each -> named.put(folder + each.code(), each.labels().in(desk.language())));
        return named;
    }

    private SiteView.Group group(String key, Map<String, String> pages) {
        List<SiteView.Line> lines = new ArrayList<>();
        pages.forEach((path, name) -> SitePage.of(path).ifPresent(page -> {
            Edition edition = site.of(page);
            lines.add(new SiteView.Line(name, "site/" + path, edition.version() == 0 ? "" : line(edition)));
        }));
        return new SiteView.Group(desk.text(LIST, "group." + key), lines);
    }

    private String line(Edition edition) {
        return edition.version() == 0
                ? desk.text(LIST, "beginning")
                : desk.moment(edition.at()) + " UTC · " + edition.author();
    }

    /** The form, with the last edition or, as the address says, an older one. */
    @GET
    @Path("{path:.+}")
    public Response show(@PathParam("path") String path) {
        desk.caller().require(Right.CURATE);
        SitePage page = page(path);
        Edition last = site.of(page);
        String wanted = desk.query().get("version");
        Edition shown = site.history(page).stream()
                .filter(each -> String.valueOf(each.version()).equals(wanted))
                .findFirst()
                .orElse(last);
        return desk.page(FORM, view(shown, last.version(), Map.of(), false));
    }

    /** Shows what would be, or keeps it. */
    @POST
    @Path("{path:.+}")
    public Response write(@PathParam("path") String path) {
        desk.caller().require(Right.CURATE);
        SitePage page = page(path);
        Fields form = desk.form();
        int version = form.get("version").matches("\\d{1,9}") ? Integer.parseInt(form.get("version")) : -1;
        Labels text = Labels.of(language -> form.get(language.tag()).strip());
        List<String> features = features(form);
        Edition wish = new Edition(
                page,
                version,
                Labels.of(language -> form.get("name-" + language.tag()).strip()),
                text,
                features,
                desk.caller().name(),
                site.of(page).at());
        if (form.has("preview")) {
            return desk.page(FORM, view(wish, version, Map.of(), true));
        }
        try {
            site.write(wish, desk.source());
            return desk.to("site/" + page.path(), Map.of("done", "written"));
        } catch (Refused refused) {
            Map<String, String> problems = new LinkedHashMap<>();
            for (Finding each : refused.findings()) {
                problems.put(each.pointer().substring(1), each.message(desk.language()));
            }
            return desk.page(REFUSED, FORM, view(wish, version, problems, true));
        }
    }

    private static List<String> features(Fields form) {
        return form.get("features")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private SitePage page(String path) {
        return SitePage.of(path).filter(this::exists).orElseThrow(NotFoundException::new);
    }

    private boolean exists(SitePage page) {
        String[] steps = page.path().split("/", 2);
        return switch (steps[0]) {
            case "themes" -> vocabularies.themes().has(steps[1]);
            case "missions" -> vocabularies.missions().has(steps[1]);
            case "collections" ->
                publications.collections().stream().anyMatch(each -> each.code().equals(steps[1]));
            case "series" -> !publications.inSeries(steps[1]).isEmpty();
            default -> true;
        };
    }

    private WritingView view(Edition shown, int version, Map<String, String> problems, boolean preview) {
        SitePage page = shown.page();
        boolean isHome = page.equals(SitePage.HOME);
        List<WritingView.Past> history = site.history(page).stream()
                .map(each -> new WritingView.Past(
                        each.version(),
                        line(each),
                        "site/" + page.path() + "?version=" + each.version(),
                        each.version() == shown.version()))
                .toList();
        return new WritingView(
                name(page),
                "site/" + page.path(),
                isHome ? "" : page.path(),
                version,
                preview || shown.version() == version ? "" : String.valueOf(shown.version()),
                Arrays.stream(InterfaceLanguage.values())
                        .map(each -> text(shown, each))
                        .toList(),
                page.isNamed(),
                isHome,
                String.join("\n", shown.features()),
                problems,
                preview,
                history);
    }

    private static WritingView.Text text(Edition shown, InterfaceLanguage language) {
        String written = shown.text().in(language);
        return new WritingView.Text(
                language.tag(),
                language.locale().getDisplayLanguage(language.locale()),
                shown.name().in(language),
                written,
                Markdown.html(written));
    }
}
