package org.acervo.console.vocabularies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.acervo.access.Right;
import org.acervo.authority.Authorities;
import org.acervo.authority.Authority;
import org.acervo.authority.Entry;
import org.acervo.authority.TermUse;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.vocabulary.Term;

/** The vocabularies that staff keep: their terms, and what an edit would do before it is made. */
@Path("vocabularies")
@Controller
@RequestScoped
public class VocabulariesResource {

    private static final String LISTS = "{list: themes|types|organizations|languages}";
    private static final String CODE = "/{code: [A-Za-z0-9-]{1,60}}";
    private static final int REFUSED = 422;
    private static final int STALE = 409;
    private static final int UNAVAILABLE = 503;

    private final Desk desk;
    private final Authorities authorities;
    private final TermUse use;
    private final TermViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected VocabulariesResource() {
        this(null, null, null, null);
    }

    @Inject
    VocabulariesResource(Desk desk, Authorities authorities, TermUse use, TermViews views) {
        this.desk = desk;
        this.authorities = authorities;
        this.use = use;
        this.views = views;
    }

    @GET
    public Response first() {
        desk.caller().require(Right.CURATE);
        return desk.to("vocabularies/" + Authority.THEMES.code());
    }

    @GET
    @Path(LISTS)
    public Response list(@PathParam("list") String list) {
        desk.caller().require(Right.CURATE);
        return desk.page(TermViews.LIST, views.list(authority(list), desk.query()));
    }

    private static Authority authority(String list) {
        return Authority.of(list).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path(LISTS + "/new")
    public Response begin(@PathParam("list") String list) {
        desk.caller().require(Right.CURATE);
        return desk.page(TermViews.TERM, views.fresh(authority(list), "", null, "", "", List.of()));
    }

    @POST
    @Path(LISTS + "/new")
    public Response add(@PathParam("list") String list) {
        desk.caller().require(Right.CURATE);
        Authority authority = authority(list);
        Fields form = desk.form();
        String code = form.get("code").strip();
        String like = form.get("like");
        Term typed = TermForm.read(authority, code, form, null, authorities);
        return carefully(
                () -> {
                    if (form.get("do").equals("save")) {
                        authorities.add(desk.caller(), desk.source(), authority, typed);
                        return desk.to("vocabularies/" + list + "/" + code, Map.of("done", "added"));
                    }
                    String effect = effect(authorities.effect(desk.caller(), authority, typed));
                    return desk.page(TermViews.TERM, views.fresh(authority, code, typed, like, effect, List.of()));
                },
                (status, problems) ->
                        desk.page(status, TermViews.TERM, views.fresh(authority, code, typed, like, "", problems)));
    }

    @GET
    @Path(LISTS + CODE)
    public Response show(@PathParam("list") String list, @PathParam("code") String code) {
        desk.caller().require(Right.CURATE);
        Entry entry = find(authority(list), code);
        return desk.page(TermViews.TERM, views.of(entry, entry.term(), "", "", "", List.of()));
    }

    private Entry find(Authority authority, String code) {
        return authorities.find(authority, code).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path(LISTS + CODE)
    public Response step(@PathParam("list") String list, @PathParam("code") String code) {
        desk.caller().require(Right.CURATE);
        Entry entry = find(authority(list), code);
        Fields form = desk.form();
        long seen = form.get("number").matches("[0-9]{1,18}") ? Long.parseLong(form.get("number")) : -1;
        boolean edits = form.get("do").equals("look") || form.get("do").equals("save");
        Term typed = edits ? TermForm.read(entry.authority(), code, form, entry.term(), authorities) : entry.term();
        return carefully(
                () -> switch (form.get("do")) {
                    case "look" -> {
                        String effect = effect(authorities.effect(desk.caller(), entry.authority(), typed));
                        yield desk.page(TermViews.TERM, views.of(entry, typed, effect, "", "", List.of()));
                    }
                    case "save" -> {
                        authorities.change(desk.caller(), desk.source(), entry.authority(), typed, seen);
                        yield done(entry, "saved");
                    }
                    case "weigh" -> {
                        String successor = form.get("successor");
                        yield desk.page(
                                TermViews.TERM,
                                views.of(entry, typed, "", successor, retirement(entry, successor), List.of()));
                    }
                    default -> further(entry, form, seen);
                },
                (status, problems) -> desk.page(status, TermViews.TERM, views.of(entry, typed, "", "", "", problems)));
    }

    private Response further(Entry entry, Fields form, long seen) {
        Authority authority = entry.authority();
        String code = entry.code();
        switch (form.get("do")) {
            case "retire" -> {
                long change =
                        authorities.retire(desk.caller(), desk.source(), authority, code, form.get("successor"), seen);
                return change == 0 ? done(entry, "retired") : desk.to("changes/" + change);
            }
            case "succeed" -> {
                long change = authorities.succeed(desk.caller(), desk.source(), authority, code, seen);
                return change == 0 ? done(entry, "retired") : desk.to("changes/" + change);
            }
            case "reinstate" -> {
                authorities.reinstate(desk.caller(), desk.source(), authority, code, seen);
                return done(entry, "reinstated");
            }
            case "restore" -> {
                authorities.restore(desk.caller(), desk.source(), authority, code, seen);
                return done(entry, "restored");
            }
            default -> {
                return desk.page(REFUSED, TermViews.TERM, views.of(entry, entry.term(), "", "", "", List.of()));
            }
        }
    }

    private Response done(Entry entry, String what) {
        return desk.to("vocabularies/" + entry.authority().code() + "/" + entry.code(), Map.of("done", what));
    }

    private String effect(TermUse.Effect effect) {
        String key = effect.moved() == 0 ? "effect.none" : effect.atMost() ? "effect.most" : "effect.exact";
        return desk.text(TermViews.TERM, key, desk.number(effect.moved()), desk.number(effect.used()));
    }

    private String retirement(Entry entry, String successor) {
        TermUse.Count count = use.count(entry.authority(), entry.term());
        return successor.isEmpty()
                ? desk.text(TermViews.TERM, "retire.alone", desk.number(count.all()))
                : desk.text(
                        TermViews.TERM,
                        "retire.effect",
                        desk.number(use.changeableCount(entry.authority(), entry.term())),
                        desk.number(count.published()));
    }

    /** How a page says that something could not be done. */
    private interface Otherwise {
        Response page(int status, List<String> problems);
    }

    private Response carefully(Supplier<Response> work, Otherwise otherwise) {
        try {
            return work.get();
        } catch (Refused refused) {
            boolean stale = refused.findings().stream().anyMatch(each -> each.rule() == Rule.STALE_VERSION);
            return otherwise.page(
                    stale ? STALE : REFUSED,
                    stale ? List.of(desk.text(TermViews.TERM, "stale")) : views.messages(refused));
        } catch (IllegalStateException catchingUp) {
            return otherwise.page(UNAVAILABLE, List.of(desk.text(TermViews.TERM, "catchingUp")));
        }
    }
}
