package org.acervo.deposit.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook, to be made or made.
 *
 * @param id rises in the order of the steps of a publication; the receiver knows a repeated call by it
 * @param notice what is told, or null where somebody only tries the webhook
 * @param attempts how often it was called
 * @param since when it was first, or newly, to be sent
 * @param next when it is tried next; null where it is not pending
 * @param last when it was last tried, or null
 * @param lastStatus of HTTP, or null where there was no answer
 * @param lastError why the last attempt failed, or null
 */
public record Delivery(
        long id,
        long webhook,
        @Nullable Notice notice,
        Status status,
        int attempts,
        Instant since,
        @Nullable Instant next,
        @Nullable Instant last,
        @Nullable Integer lastStatus,
        @Nullable Trouble lastError) {

    /** How long it is tried. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 8;

    /** What has become of a delivery. */
    public enum Status {
        PENDING,
        DELIVERED,
        GIVEN_UP;

        /** The code used in documents, such as {@code given-up}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The name of what is told. */
    String event() {
        return notice == null ? "ping" : notice.action().code();
    }

    /** The same after an attempt that succeeded. */
    Delivery delivered(Instant at, int httpStatus) {
        return new Delivery(id, webhook, notice, Status.DELIVERED, attempts + 1, since, null, at, httpStatus, null);
    }

    /**
     * The same after an attempt that failed: to be tried again after a pause that doubles, or given up after a day.
     *
     * @param chance from 0 to 1, so that many do not come back at once
     */
    Delivery failed(Instant at, @Nullable Integer httpStatus, @Nullable Trouble trouble, double chance) {
        boolean over = !at.isBefore(since.plus(PATIENCE));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        Instant again = at.plusMillis((long) (pause.toMillis() * (0.5 + chance)));
        return new Delivery(
                id,
                webhook,
                notice,
                over ? Status.GIVEN_UP : Status.PENDING,
                attempts + 1,
                since,
                over ? null : again,
                at,
                httpStatus,
                trouble);
    }

    /** The same, to be sent anew from now on. */
    Delivery again(Instant now) {
        return new Delivery(id, webhook, notice, Status.PENDING, attempts, now, now, last, lastStatus, lastError);
    }
}
