package org.acervo.console.publications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.StaleVersion;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.publishing.Derivation;
import org.acervo.publishing.Publishing;

/** One publication: all that is known of it, and the decisions on it. */
@Path("publications/{id: [0-9]+}")
@Controller
@RequestScoped
public class PublicationResource {

    private static final String WHY = "why.";
    private static final int STALE = 412;
    private static final int REFUSED = 422;

    private final Holding holding;
    private final PublicationViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PublicationResource() {
        this(null, null);
    }

    @Inject
    PublicationResource(Holding holding, PublicationViews views) {
        this.holding = holding;
        this.views = views;
    }

    @GET
    public Response show(@PathParam("id") String id) {
        return show(200, holding.find(id), PublicationViews.Refusal.NONE);
    }

    private Response show(int status, Publication publication, PublicationViews.Refusal refusal) {
        return holding.desk().page(status, PublicationViews.TEMPLATE, views.of(publication, refusal));
    }

    /** Takes a step; what the rules or another's change forbid is told on the same page, with all that was typed. */
    @POST
    public Response decide(@PathParam("id") String id) {
        Desk desk = holding.desk();
        Publication publication = holding.change(id);
        Fields form = desk.form();
        String step = form.get("do");
        try {
            return decide(publication, step, form);
        } catch (Refused refused) {
            Words words = holding.words(PublicationViews.TEMPLATE);
            List<String> problems = refused.findings().stream()
                    .filter(each -> each.isError())
                    .map(each -> PublicationViews.problem(each, words))
                    .map(each -> each.label().isEmpty() ? each.text() : each.label() + ": " + each.text())
                    .toList();
            return show(REFUSED, holding.find(id), refusal(step, form, problems));
        } catch (StaleVersion stale) {
            String told = desk.text(PublicationViews.TEMPLATE, "stale");
            return show(STALE, holding.find(id), refusal(step, form, List.of(told)));
        }
    }

    private static PublicationViews.Refusal refusal(String step, Fields form, List<String> problems) {
        Map<String, String> typed = new HashMap<>();
        form.asMap().keySet().forEach(name -> typed.put(name, form.get(name)));
        return new PublicationViews.Refusal(step, typed, problems);
    }

    private Response decide(Publication publication, String step, Fields form) {
        Actor actor = holding.actor(publication);
        Publishing publishing = holding.publishing();
        int version = version(form);
        switch (step) {
            case "submit" -> publishing.submit(actor, publication.id(), version);
            case "take-back" -> publishing.takeBack(actor, publication.id(), version);
            case "publish" -> publishing.publish(actor, publication.id(), version);
            case "return" -> publishing.giveBack(actor, publication.id(), version, form.get("reason"), reasons(form));
            case "withdraw" -> withdraw(publication, form);
            case "reinstate" -> publishing.reinstate(actor, publication.id(), version, form.get("reason"));
            case "give-up" -> publishing.giveUp(actor, publication.id(), version);
            case "delete" -> {
                publishing.delete(actor, publication.id(), version);
                return holding.desk().to("", Map.of("done", "delete"));
            }
            case "new-version" -> {
                return derived(publication, Derivation.NEW_VERSION);
            }
            case "translation" -> {
                return derived(publication, Derivation.TRANSLATION);
            }
            default -> {
                return show(REFUSED, publication, PublicationViews.Refusal.NONE);
            }
        }
        return after(holding.desk(), publication, step);
    }

    /** Somebody who works through a queue goes on to the next in it. */
    static Response after(Desk desk, Publication publication, String step) {
        String queue = PublicationViews.queue(desk);
        if (!queue.isEmpty() && (step.equals("publish") || step.equals("return"))) {
            Map<String, String> next = new LinkedHashMap<>();
            next.put(PublicationViews.QUEUE, queue);
            next.put("after", publication.id().toString());
            next.put("done", step);
            return desk.to("queues/next", next);
        }
        return desk.to("publications/" + publication.id(), Map.of("done", step));
    }

    private void withdraw(Publication publication, Fields form) {
        String next = form.get("replacedBy").strip();
        holding.publishing()
                .withdraw(
                        holding.actor(publication),
                        publication.id(),
                        version(form),
                        form.get("reason"),
                        next.isEmpty() ? null : next);
    }

    /** A form with what is the same already; nothing is kept before it is saved. */
    private Response derived(Publication origin, Derivation derivation) {
        String kind = derivation == Derivation.TRANSLATION ? "translation" : "new-version";
        return holding.desk().to("publications/new", Map.of("from", origin.id().toString(), "as", kind));
    }

    static DublinCore begun(Publication origin, String kind) {
        Derivation derivation = kind.equals("translation") ? Derivation.TRANSLATION : Derivation.NEW_VERSION;
        return derivation
                .of(origin, origin.working())
                .with(Element.COLLECTION, origin.working().all(Element.COLLECTION));
    }

    static int version(Fields form) {
        String text = form.get("version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Map<String, String> reasons(Fields form) {
        Map<String, String> reasons = new HashMap<>();
        form.asMap().keySet().stream()
                .filter(each -> each.startsWith(WHY) && !form.get(each).isBlank())
                .forEach(each -> reasons.put(each.substring(WHY.length()), form.get(each)));
        return reasons;
    }
}
