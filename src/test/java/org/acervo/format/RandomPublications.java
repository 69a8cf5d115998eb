package org.acervo.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Form;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/** Documents of every shape, the same ones for the same seed. */
final class RandomPublications {

    private static final List<String> VALUES = List.of(
            "",
            "2021",
            "2021-02~",
            "201X",
            "unknown",
            "2020/..",
            "es",
            "pt-BR",
            "MX",
            "MX-CHP",
            "029",
            "news",
            "map",
            "migration-data",
            "open",
            "restricted",
            "IOM",
            "Pérez, Ana",
            "978-92-9068-815-0",
            "10.1234/a b<c>",
            "https://example.org/ñ?a=[b]&c=%zz#d#e",
            "https://creativecommons.org/licenses/by/4.0/",
            "application/pdf",
            "text/html; charset=utf-8",
            "\"quoted\" \\ / \b\f\n\r\t",
            "\uD83C\uDF0E",
            "a\u0301",
            "العربية",
            "&lt;]]>");

    private static final List<String> QUALIFIERS = List.of(
            "person",
            "organization",
            "doi",
            "isbn",
            "issn",
            "handle",
            "symbol",
            "url",
            "es",
            "1",
            "https://orcid.org/0000-0002-1825-0097",
            "isPartOf",
            "Label");

    private final Random random;

    private RandomPublications(Random random) {
        this.random = random;
    }

    /** Any statements at all. */
    static DublinCore any(Random random) {
        return new RandomPublications(random).document();
    }

    /** As the repository keeps them, though the rules would not let most of them pass. */
    static DublinCore clean(Random random) {
        return Cleaning.clean(any(random), Samples.VOCABULARIES).metadata();
    }

    private DublinCore document() {
        List<Statement> statements = new ArrayList<>();
        for (Element element : Element.ALL) {
            int count = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(Math.min(3, element.most()));
            for (int i = 0; i < count; i++) {
                statements.add(statement(element));
            }
        }
        return new DublinCore(statements);
    }

    private Statement statement(Element element) {
        Form form = element.form();
        Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
        form.qualifiers().stream()
                .sorted()
                .filter(each -> random.nextBoolean())
                .forEach(each -> qualifiers.put(each, pick(QUALIFIERS)));
        return new Statement(element, value(), form.hasLanguage() ? language() : null, qualifiers);
    }

    private @Nullable String language() {
        return random.nextBoolean() ? pick(List.of("es", "en", "ar", "zh-Hant", "quc")) : null;
    }

    private String value() {
        if (random.nextInt(4) > 0) {
            return pick(VALUES);
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(random.nextInt(5) == 0 ? random.nextInt(0xD800) : ' ' + random.nextInt(95));
        }
        return text.toString();
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
