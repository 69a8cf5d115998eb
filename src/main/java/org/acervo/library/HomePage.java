package org.acervo.library;

import java.text.BreakIterator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** Makes what the front page shows. Thread-safe. */
final class HomePage {

    /** Not known, and no language at all (ISO 639-2). */
    private static final Set<String> UNTOLD = Set.of("und", Languages.NONE);

    private static final int NEWEST = 8;
    private static final int LONGEST_SUMMARY = 260;
    private static final Duration COUNT_LASTS = Duration.ofSeconds(2);

    /** A number that takes a while to find out. */
    private record Counted(long publications, Instant at) {}

    private final Publications publications;
    private final Vocabularies vocabularies;
    private final UnaryOperator<DublinCore> effective;
    private final Clock clock;
    private volatile Counted counted = new Counted(0, Instant.MIN);

    /** @param effective adds to a text what its mission means where it says nothing */
    HomePage(Publications publications, Vocabularies vocabularies, UnaryOperator<DublinCore> effective, Clock clock) {
        this.publications = publications;
        this.vocabularies = vocabularies;
        this.effective = effective;
        this.clock = clock;
    }

    HomeView view(Reader reader) {
        Facts facts = new Facts(reader, vocabularies, Map.of());
        return new HomeView(
                count(reader),
                terms(vocabularies.themes().all(), Family.THEME, reader),
                terms(vocabularies.missions().all(), Family.MISSION, reader),
                publications.newest(NEWEST).stream()
                        .map(each -> entry(each, facts, reader))
                        .toList());
    }

    private String count(Reader reader) {
        long count = count();
        return reader.text(count == 1 ? "home.count.one" : "home.count.many")
                .replace("{0}", String.format(reader.locale(), "%,d", count));
    }

    private long count() {
        Counted last = counted;
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(COUNT_LASTS))) {
            last = new Counted(publications.counts().getOrDefault(State.PUBLISHED, 0L), now);
            counted = last;
        }
        return last.publications();
    }

    private static List<Value> terms(List<? extends Term> terms, Family family, Reader reader) {
        return terms.stream()
                .map(term -> Value.linked(
                        term.labels().in(reader.language()),
                        reader.setLink(family.member(term.code()).value())))
                .toList();
    }

    private HomeView.Entry entry(Publication publication, Facts facts, Reader reader) {
        DublinCore metadata = effective.apply(publication.metadata());
        List<Value> summary = Stream.of(Element.DESCRIPTION, Element.BODY)
                .flatMap(element -> reader.preferred(metadata, element).stream())
                .limit(1)
                .map(this::summary)
                .toList();
        return new HomeView.Entry(
                Relations.titled(publication, reader),
                PublicationPages.line(metadata, facts),
                summary,
                facts.values(metadata, Element.THEME),
                metadata.values(Element.LANGUAGE).stream()
                        .filter(tag -> !UNTOLD.contains(tag))
                        .toList());
    }

    private Value summary(Statement statement) {
        return new Value(beginning(statement.value(), LONGEST_SUMMARY), statement.lang(), null, null);
    }

    /** The beginning of a text, cut where a word ends. */
    static String beginning(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return line;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(line);
        int end = words.preceding(longest);
        return line.substring(0, end <= 0 ? longest : end).stripTrailing() + "…";
    }
}
