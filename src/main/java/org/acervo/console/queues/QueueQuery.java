package org.acervo.console.queues;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.acervo.console.Fields;
import org.acervo.curation.Queue;
import org.acervo.curation.Queue.Held;
import org.acervo.curation.Queue.Kind;
import org.acervo.curation.Queue.Order;
import org.acervo.pages.Query;
import org.jspecify.annotations.Nullable;

/**
 * A queue as addresses say it; what cannot be meant is passed over.
 *
 * @param page from 1 on
 */
record QueueQuery(Queue queue, int page) {

    private static final int LAST_PAGE = 10_000;

    static QueueQuery of(Fields query, String who) {
        Kind kind = find(Kind.values(), Kind::code, query.get("show"));
        Kind shown = kind == null ? Kind.SUBMITTED : kind;
        Order order = find(Order.values(), Order::code, query.get("sort"));
        String page = query.get("page");
        return new QueueQuery(
                new Queue(
                        shown,
                        who,
                        orNull(query.get("mission")),
                        orNull(query.get("type")),
                        find(Held.values(), Held::code, query.get("held")),
                        order == null ? Queue.usual(shown) : order),
                page.matches("[0-9]{1,6}") ? Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(page))) : 1);
    }

    private static <T> @Nullable T find(T[] all, Function<T, String> code, String text) {
        return Arrays.stream(all)
                .filter(each -> code.apply(each).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    QueueQuery at(int other) {
        return new QueueQuery(queue, other);
    }

    /** The parameters that {@link #of} reads this from; what is usual is left out. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("show", queue.kind().code());
        String mission = queue.mission();
        if (mission != null) {
            parameters.put("mission", mission);
        }
        String type = queue.type();
        if (type != null) {
            parameters.put("type", type);
        }
        Held held = queue.held();
        if (held != null) {
            parameters.put("held", held.code());
        }
        if (queue.order() != Queue.usual(queue.kind())) {
            parameters.put("sort", queue.order().code());
        }
        if (page > 1) {
            parameters.put("page", Integer.toString(page));
        }
        return parameters;
    }

    /** The same without its question mark, as it travels with the pages of publications. */
    String text() {
        return Query.ofSingle(at(1).parameters()).substring(1);
    }
}
