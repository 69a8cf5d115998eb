package org.acervo.console.publications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;

/**
 * Says what a record says in the words of whoever reads it.
 *
 * @param texts the words of the pages
 * @param collections titles by code
 */
public record Words(
        InterfaceLanguage language,
        Map<String, String> texts,
        Vocabularies vocabularies,
        Map<String, String> collections,
        Clock clock) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** A word of the pages; its key where there is none. */
    public String text(String key) {
        return texts.getOrDefault(key, key);
    }

    /** The name of an element. */
    public String element(Element element) {
        return text("element." + element.member());
    }

    /** The title that suits the reader; a stroke where there is none. */
    public Said title(DublinCore metadata) {
        List<Statement> titles = metadata.all(Element.TITLE);
        return titles.stream()
                .filter(each -> language.tag().equals(each.lang()))
                .findFirst()
                .or(() -> titles.stream().findFirst())
                .map(each -> new Said(each.value(), each.lang()))
                .orElse(new Said("—", null));
    }

    /** A statement as a person reads it. */
    public Said said(Statement statement) {
        String value = statement.value();
        return switch (statement.element()) {
            case TYPE -> term(vocabularies.types(), value);
            case MISSION -> term(vocabularies.missions(), value);
            case THEME -> term(vocabularies.themes(), value);
            case COLLECTION -> plain(collections.getOrDefault(value, value));
            case LANGUAGE -> plain(tongue(value));
            case COVERAGE ->
                vocabularies.places().isKnown(value)
                        ? plain(vocabularies.places().label(value, language))
                        : new Said(value, statement.lang());
            case RIGHTS ->
                plain(vocabularies
                        .licence(value)
                        .map(each -> each.labels().in(language))
                        .orElse(value));
            case ACCESS -> plain(text("access." + value));
            default -> new Said(value + beside(statement), statement.lang());
        };
    }

    private String beside(Statement statement) {
        StringBuilder text = new StringBuilder();
        for (Qualifier each : Qualifier.ALL) {
            String said = statement.qualifier(each);
            if (said != null && each != Qualifier.KIND) {
                text.append(" · ").append(said);
            }
        }
        return text.toString();
    }

    String tongue(String tag) {
        return vocabularies.languages().label(tag, language);
    }

    private static Said plain(String text) {
        return new Said(text, null);
    }

    private <T extends Term> Said term(Vocabulary<T> vocabulary, String code) {
        Optional<T> found = vocabulary.find(code);
        return plain(found.map(each -> each.labels().in(language)).orElse(code));
    }

    String state(State state) {
        return text("state." + state.code());
    }

    /** The class of a chip, beside which the word stands. */
    public static String look(State state) {
        return switch (state) {
            case PUBLISHED -> "good";
            case SUBMITTED -> "wait";
            case RETURNED, WITHDRAWN -> "bad";
            case DRAFT -> "quiet";
        };
    }

    /** A moment, in UTC. */
    public String moment(Instant moment) {
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .toFormatter(language.locale())
                .format(moment.atOffset(ZoneOffset.UTC));
    }

    /** How long ago something was. */
    public String age(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        long days = age.toDays();
        if (age.compareTo(A_DAY) < 0) {
            return text("age.today");
        }
        return text(days == 1 ? "age.day" : "age.days").replace("{0}", Long.toString(days));
    }
}
