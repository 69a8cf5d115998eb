package org.acervo.console.queues;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.console.Desk;
import org.acervo.console.publications.Holding;
import org.acervo.console.publications.Words;
import org.acervo.console.queues.QueueView.Choice;
import org.acervo.console.queues.QueueView.Row;
import org.acervo.console.queues.QueueView.Tab;
import org.acervo.curation.Claim;
import org.acervo.curation.Claiming;
import org.acervo.curation.Decision;
import org.acervo.curation.Queue;
import org.acervo.pages.Query;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Puts queues into the words of whoever looks. For one request. */
@Dependent
final class QueueViews {

    static final String TEMPLATE = "console/queues/queues.ftlh";

    private static final int PAGE = 25;

    private final Holding holding;
    private final Claiming claiming;

    @Inject
    QueueViews(Holding holding, Claiming claiming) {
        this.holding = holding;
        this.claiming = claiming;
    }

    QueueView of(QueueQuery query, List<String> problems) {
        Words words = holding.words(TEMPLATE);
        Queue queue = query.queue();
        long total = claiming.count(queue);
        int from = (query.page() - 1) * PAGE;
        List<Row> rows = claiming.list(queue, from, PAGE).stream()
                .map(each -> row(each, queue, words))
                .toList();
        return new QueueView(
                tabs(query, words),
                queue.kind().code(),
                query.text(),
                holding.desk().number(total),
                problems,
                terms(holding.vocabularies().missions(), queue.mission(), words),
                terms(holding.vocabularies().types(), queue.type(), words),
                choices(Queue.Held.values(), Queue.Held::code, "held.", queue.held(), words),
                choices(Queue.Order.values(), Queue.Order::code, "sort.", queue.order(), words),
                rows,
                query.page() > 1 ? link(query.at(query.page() - 1)) : "",
                from + rows.size() < total ? link(query.at(query.page() + 1)) : "");
    }

    private static String link(QueueQuery query) {
        return "queues" + Query.ofSingle(query.parameters());
    }

    private List<Tab> tabs(QueueQuery query, Words words) {
        Desk desk = holding.desk();
        List<Tab> tabs = new ArrayList<>();
        for (Queue.Kind kind : Queue.Kind.values()) {
            Queue whole = Queue.of(kind, desk.caller().name());
            tabs.add(new Tab(
                    words.text("queue." + kind.code()),
                    kind == Queue.Kind.DECIDED ? "" : desk.number(claiming.count(whole)),
                    link(new QueueQuery(whole, 1)),
                    kind == query.queue().kind()));
        }
        return tabs;
    }

    private static <T extends Term> List<Choice> terms(Vocabulary<T> vocabulary, @Nullable String chosen, Words words) {
        return vocabulary.codes().stream()
                .map(each -> new Choice(
                        each,
                        vocabulary
                                .find(each)
                                .map(term -> term.labels().in(words.language()))
                                .orElse(each),
                        each.equals(chosen)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static <T> List<Choice> choices(
            T[] all, java.util.function.Function<T, String> code, String prefix, @Nullable T chosen, Words words) {
        return Arrays.stream(all)
                .map(each -> new Choice(code.apply(each), words.text(prefix + code.apply(each)), each == chosen))
                .toList();
    }

    private Row row(Claiming.Entry entry, Queue queue, Words words) {
        Publication publication = entry.publication();
        DublinCore text = publication.working();
        Claim claim = entry.item().claim();
        Decision decision = entry.item().decision();
        Instant since = decision == null ? publication.modified() : decision.at();
        boolean revised = publication.revision() != null;
        return new Row(
                publication.id().toString(),
                words.title(text),
                words.text((revised ? "revision." : "state.")
                        + publication.workingState().code()),
                Words.look(publication.workingState()),
                words.age(since),
                words.moment(since),
                said(text, Element.MISSION, words),
                said(text, Element.TYPE, words),
                text.values(Element.LANGUAGE),
                decision == null ? "" : words.text("action." + decision.action().code()) + " · " + decision.actor(),
                claim == null ? "" : claim.holder(),
                claim != null && claim.holder().equals(queue.who()),
                claim == null && publication.workingState() == State.SUBMITTED);
    }

    private static String said(DublinCore text, Element element, Words words) {
        String value = text.value(element);
        return value == null ? "" : words.said(Statement.of(element, value)).text();
    }
}
