package org.acervo.deposit.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.access.Vault;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.deposit.IfMatch;
import org.jspecify.annotations.Nullable;

/**
 * What callers may do with webhooks: those who deposit for a mission with its own, administrators with all. What a caller
 * may not see does not exist for them: {@link Refused} with {@link Rule#NOT_FOUND}. Thread-safe.
 */
public final class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class.getName());

    /** Of one mission, so that nobody makes the repository call a thousand places at each step. */
    private static final int MOST = 20;

    private static final int SECRET_BYTES = 32;
    private static final String SECRET_PREFIX = "whsec_";

    private final Webhooks webhooks;
    private final Vault vault;
    private final WebhookForm.Reader reader;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(Webhooks webhooks, Vault vault, WebhookForm.Reader reader, Clock clock) {
        this.webhooks = webhooks;
        this.vault = vault;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * A webhook after a change.
     *
     * @param secret what signs its calls, to be shown this once, or null where the caller knows it already
     */
    public record Subscribed(Webhook webhook, @Nullable String secret) {}

    /**
     * Makes one. Without a mission it is the caller's; an administrator's is then for all.
     *
     * @param document the JSON that was sent
     * @throws Refused with every finding
     */
    public Subscribed add(Caller caller, String document) {
        caller.require(Right.DEPOSIT);
        WebhookForm form = reader.read(document);
        String url = form.url();
        if (url == null) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/url", null, "https://example.org/acervo"));
        }
        String mission = form.mission() == null ? caller.mission() : form.mission();
        requireReach(caller, mission);
        if (webhooks.all().stream()
                        .filter(each -> same(each.mission(), mission))
                        .count()
                >= MOST) {
            throw new Refused(Finding.of(Rule.TOO_MANY, "", Integer.toString(MOST + 1), Integer.toString(MOST)));
        }
        Set<Action> events = form.events() == null ? Set.of() : form.events();
        String secret = form.secret() == null ? freshSecret() : form.secret();
        Webhook added = webhooks.add(new Webhook(
                0,
                mission,
                url,
                events,
                !Boolean.FALSE.equals(form.active()),
                locked(secret),
                clock.instant(),
                caller.name()));
        return new Subscribed(added, secret);
    }

    /**
     * Changes what the document says, and nothing else; a secret of null asks for a new one. Inside
     * {@link org.acervo.catalog.Transactions#run}.
     *
     * @param meant the forms that the change is made to
     */
    public Subscribed change(Caller caller, long id, IfMatch meant, String document) {
        Webhook current = held(caller, id, meant);
        WebhookForm form = reader.read(document);
        String mission = form.mission() == null ? current.mission() : form.mission();
        requireReach(caller, mission);
        String secret = form.asksForSecret() && form.secret() == null ? freshSecret() : form.secret();
        Webhook changed = new Webhook(
                id,
                mission,
                form.url() == null ? current.url() : form.url(),
                form.events() == null ? current.events() : form.events(),
                form.active() == null ? current.active() : form.active(),
                secret == null ? current.secret() : locked(secret),
                current.created(),
                current.createdBy());
        webhooks.replace(changed);
        return new Subscribed(changed, secret);
    }

    /** Those that the caller may see. */
    public List<Webhook> all(Caller caller) {
        caller.require(Right.DEPOSIT);
        return webhooks.all().stream()
                .filter(each -> isReached(caller, each.mission()))
                .toList();
    }

    public Webhook get(Caller caller, long id) {
        caller.require(Right.DEPOSIT);
        return webhooks.find(id)
                .filter(each -> isReached(caller, each.mission()))
                .orElseThrow(() -> unknown(Long.toString(id)));
    }

    /** Removes one and the log of its deliveries; else as {@link #change}. */
    public void remove(Caller caller, long id, IfMatch meant) {
        webhooks.remove(held(caller, id, meant).id());
    }

    private Webhook held(Caller caller, long id, IfMatch meant) {
        Webhook current = webhooks.hold(get(caller, id).id()).orElseThrow(() -> unknown(Long.toString(id)));
        requireReach(caller, current.mission());
        meant.require(current.tag());
        return current;
    }

    /** Queues a call that tells nothing, to try whether it arrives. */
    public Delivery ping(Caller caller, long id) {
        return webhooks.queuePing(get(caller, id).id(), clock.instant());
    }

    /**
     * The deliveries of a webhook, the last first.
     *
     * @param below an id, all of which are below
     */
    public List<Delivery> deliveries(Caller caller, long id, long below, int limit) {
        return webhooks.log(get(caller, id).id(), below, limit);
    }

    /** Queues a delivery anew, whatever became of it. */
    public Delivery redeliver(Caller caller, long id, long delivery) {
        Instant now = clock.instant();
        Delivery again = webhooks.delivery(get(caller, id).id(), delivery)
                .orElseThrow(() -> unknown(Long.toString(delivery)))
                .again(now);
        webhooks.save(again);
        return again;
    }

    private String locked(String secret) {
        try {
            return vault.lock(secret, Webhook.USE);
        } catch (Vault.UnreadableSecret unusable) {
            LOG.log(Level.WARNING, "Secrets cannot be kept", unusable);
            throw new Refused(Finding.of(Rule.SECRET_KEY_UNUSABLE, "", null));
        }
    }

    private String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Depositing on behalf of a mission is no reason to see what it is told, nor to change where it is told it. */
    private static boolean isReached(Caller caller, @Nullable String mission) {
        return caller.may(Right.ADMINISTER) || mission != null && mission.equals(caller.mission());
    }

    private static void requireReach(Caller caller, @Nullable String mission) {
        if (!isReached(caller, mission)) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, "/mission", mission, Right.ADMINISTER.code()));
        }
    }

    private static Refused unknown(String id) {
        return new Refused(Finding.of(Rule.NOT_FOUND, "", id));
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return Objects.equals(a, b);
    }
}
