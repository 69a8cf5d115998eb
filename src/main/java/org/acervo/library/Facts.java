package org.acervo.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.acervo.catalog.Access;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Series;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.catalog.Statement;
import org.acervo.format.Identifier;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Says what a record says, in the words of a reader's language. */
final class Facts {

    /** The order in which a page tells them. */
    private static final List<Element> ORDER = List.of(
            Element.CREATOR,
            Element.CONTRIBUTOR,
            Element.PUBLISHER,
            Element.DATE,
            Element.TYPE,
            Element.LANGUAGE,
            Element.COVERAGE,
            Element.TEMPORAL,
            Element.MISSION,
            Element.COLLECTION,
            Element.SERIES,
            Element.IDENTIFIER,
            Element.SUBJECT,
            Element.EXTENT,
            Element.FORMAT,
            Element.AUDIENCE,
            Element.PROJECT,
            Element.SOURCE,
            Element.RIGHTS,
            Element.ACCESS);

    private final Reader reader;
    private final Vocabularies vocabularies;
    private final Map<String, String> collections;

    /** @param collections their titles in the reader's language, by code */
    Facts(Reader reader, Vocabularies vocabularies, Map<String, String> collections) {
        this.reader = reader;
        this.vocabularies = vocabularies;
        this.collections = collections;
    }

    /** All facts of a record that have a place in a list. */
    List<Fact> of(DublinCore metadata) {
        List<Fact> facts = new ArrayList<>();
        for (Element element : ORDER) {
            if (metadata.has(element)) {
                facts.add(new Fact(reader.text("fact." + element.member()), values(metadata, element)));
            }
        }
        return facts;
    }

    /** The values of one element. */
    List<Value> values(DublinCore metadata, Element element) {
        return reader.preferred(metadata, element).stream().map(this::value).toList();
    }

    private Value value(Statement statement) {
        String value = statement.value();
        return switch (statement.element()) {
            case CREATOR, CONTRIBUTOR, PUBLISHER -> agent(statement);
            case DATE -> Value.of(reader.dates().of(value));
            case TEMPORAL -> Value.of(reader.dates().period(value));
            case TYPE -> term(vocabularies.types(), Family.TYPE, value);
            case MISSION -> term(vocabularies.missions(), Family.MISSION, value);
            case THEME -> term(vocabularies.themes(), Family.THEME, value);
            case COLLECTION -> set(collections.getOrDefault(value, value), Family.COLLECTION, value);
            case LANGUAGE -> set(reader.languageName(value), Family.LANGUAGE, value);
            case COVERAGE -> place(statement);
            case SERIES -> numbered(statement);
            case IDENTIFIER -> identifier(statement);
            case RIGHTS -> rights(value);
            case ACCESS ->
                Value.of(Access.of(value)
                        .map(access -> reader.text("access." + access.code()))
                        .orElse(value));
            case PROJECT -> new Value(value, null, null, statement.qualifier(Qualifier.FUNDER));
            case LINK -> link(statement);
            default -> new Value(value, statement.lang(), http(value), null);
        };
    }

    private Value agent(Statement statement) {
        String id = statement.qualifier(Qualifier.ID);
        return vocabularies
                .organizationNamed(statement.value())
                .map(known -> {
                    String name = known.labels().in(reader.language());
                    return Value.linked(name, id == null ? known.ror() : http(id));
                })
                .orElseGet(() -> new Value(statement.value(), statement.lang(), id == null ? null : http(id), null));
    }

    private Value place(Statement statement) {
        String place = statement.value();
        if (!vocabularies.places().isKnown(place)) {
            return new Value(place, statement.lang(), null, null);
        }
        String name = vocabularies.places().label(place, reader.language());
        Optional<String> country = vocabularies.places().country(place);
        return country.isPresent() ? set(name, Family.COUNTRY, country.get()) : Value.of(name);
    }

    private Value numbered(Statement statement) {
        String number = statement.qualifier(Qualifier.NUMBER);
        String text = number == null ? statement.value() : statement.value() + ", " + number;
        String slug = Series.slug(statement.value());
        return new Value(text, statement.lang(), slug.isEmpty() ? null : reader.series(slug), null);
    }

    private static Value identifier(Statement statement) {
        String scheme = statement.qualifier(Qualifier.SCHEME);
        String uri = Identifier.of(statement).uri();
        String name = scheme == null || scheme.equals("url") || scheme.equals("symbol") ? null : label(scheme);
        return new Value(statement.value(), null, uri == null ? null : http(uri), name);
    }

    private static String label(String scheme) {
        return switch (scheme) {
            case "doi" -> "DOI";
            case "isbn" -> "ISBN";
            case "issn" -> "ISSN";
            default -> "Handle";
        };
    }

    private Value rights(String uri) {
        String name = vocabularies
                .licence(uri)
                .map(Licence::labels)
                .map(labels -> labels.in(reader.language()))
                .orElse(uri);
        return Value.linked(name, http(uri));
    }

    private Value link(Statement statement) {
        String label = statement.qualifier(Qualifier.LABEL);
        String language = statement.qualifier(Qualifier.LANGUAGE);
        return new Value(
                label == null ? statement.value() : label,
                null,
                http(statement.value()),
                language == null ? null : reader.languageName(language));
    }

    private <T extends Term> Value term(Vocabulary<T> vocabulary, Family family, String code) {
        Function<T, String> label = term -> term.labels().in(reader.language());
        return set(vocabulary.find(code).map(label).orElse(code), family, code);
    }

    private Value set(String name, Family family, String code) {
        return Value.linked(
                name, SetSpec.parse(family.set() + ":" + code).isPresent() ? reader.shelf(family, code) : null);
    }

    /** The text where a browser may follow it as a link, else null. */
    static @Nullable String http(String text) {
        return text.startsWith("https://") || text.startsWith("http://") ? text : null;
    }
}
