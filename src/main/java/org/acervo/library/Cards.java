package org.acervo.library;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.files.Cover;
import org.acervo.pages.Markdown;
import org.acervo.search.Hit;
import org.acervo.search.Run;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Puts published publications into lists. Thread-safe.
 *
 * @param effective adds to a text what its mission means where it says nothing
 * @param pictures finds the pictures that the public may see
 */
record Cards(
        Publications publications,
        Vocabularies vocabularies,
        UnaryOperator<DublinCore> effective,
        Function<Collection<Publication>, Map<PublicationId, Cover>> pictures) {

    /** Not known, and no language at all (ISO 639-2). */
    private static final Set<String> UNTOLD = Set.of("und", Languages.NONE);

    private static final int LONGEST_SUMMARY = 260;

    /** Of what is marked; characters that no text has, since they mean nothing. */
    private static final String BEGIN = "\uE000";

    private static final String END = "\uE001";

    /** What was found, with what was looked for marked; what has left the public since is left out. */
    List<Card> found(List<Hit> hits, Reader reader) {
        Map<PublicationId, Publication> all =
                publications.findAll(hits.stream().map(Hit::id).toList());
        Map<PublicationId, Cover> covers = pictures.apply(all.values());
        Facts facts = new Facts(reader, vocabularies, Map.of());
        List<Card> cards = new ArrayList<>();
        for (Hit hit : hits) {
            Publication publication = all.get(hit.id());
            if (publication != null && publication.state() == State.PUBLISHED) {
                Card plain = card(publication, covers.get(hit.id()), facts, reader);
                cards.add(
                        hit.title().isEmpty()
                                ? plain
                                : new Card(
                                        plain.link(),
                                        hit.titleLang(),
                                        hit.title(),
                                        plain.line(),
                                        hit.snippet().isEmpty() ? plain.summaryLang() : hit.snippetLang(),
                                        hit.snippet().isEmpty() ? plain.summary() : snippet(publication, hit),
                                        plain.themes(),
                                        plain.languages(),
                                        plain.cover()));
            }
        }
        return cards;
    }

    /** What was found in a text with marks stands in a line without them. */
    private static List<Run> snippet(Publication publication, Hit hit) {
        if (!publication.metadata().has(Element.BODY)) {
            return hit.snippet();
        }
        StringBuilder marked = new StringBuilder();
        hit.snippet().forEach(each -> marked.append(each.marked() ? BEGIN : "")
                .append(each.text())
                .append(each.marked() ? END : ""));
        List<Run> runs = new ArrayList<>();
        for (String part : Markdown.words(marked.toString()).split("(?=" + BEGIN + ")|(?<=" + END + ")")) {
            String text = part.replace(BEGIN, "").replace(END, "");
            if (!text.isEmpty()) {
                runs.add(new Run(text, part.startsWith(BEGIN)));
            }
        }
        return runs;
    }

    /** Publications that are known already. */
    List<Card> of(Collection<Publication> published, Reader reader) {
        Facts facts = new Facts(reader, vocabularies, Map.of());
        Map<PublicationId, Cover> covers = pictures.apply(published);
        return published.stream()
                .map(each -> card(each, covers.get(each.id()), facts, reader))
                .toList();
    }

    private Card card(Publication publication, @Nullable Cover cover, Facts facts, Reader reader) {
        DublinCore metadata = effective.apply(publication.metadata());
        Value title = reader.title(metadata);
        Statement told = told(metadata, reader);
        return new Card(
                reader.request().to("publications/" + publication.id()),
                title.lang(),
                List.of(new Run(title.text(), false)),
                PublicationPages.line(metadata, facts),
                told == null ? null : told.lang(),
                told == null ? List.of() : List.of(new Run(beginning(told, LONGEST_SUMMARY), false)),
                facts.values(metadata, Element.THEME),
                metadata.values(Element.LANGUAGE).stream()
                        .filter(tag -> !UNTOLD.contains(tag))
                        .map(tag -> new Value(tag, null, null, reader.languageName(tag)))
                        .toList(),
                cover == null ? null : Pictures.view(cover, reader));
    }

    /** What a publication says of itself in a few words: its description, or the text of a news item; null where it says nothing. */
    static @Nullable Statement told(DublinCore metadata, Reader reader) {
        return Stream.of(Element.DESCRIPTION, Element.BODY)
                .flatMap(element -> reader.preferred(metadata, element).stream())
                .findFirst()
                .orElse(null);
    }

    /** The beginning of it in a line. */
    static String beginning(Statement told, int longest) {
        return beginning(told.element() == Element.BODY ? Markdown.words(told.value()) : told.value(), longest);
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
