package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every format and every item. */
class EveryFormatTest {

    private static final String ARABIC =
            "{'title': {'value': 'الهجرة في المكسيك', 'lang': 'ar'}, 'language': 'ar', 'description': 'نص'}";

    static Stream<Arguments> formatsAndItems() {
        Map<String, Item> items = Map.ofEntries(
                Map.entry("nothing at all", Samples.item("{}")),
                Map.entry("everything", Samples.full()),
                Map.entry("only what is required", Samples.item(required())),
                Map.entry("news without a date", Samples.item("{'title': 'News', 'type': 'news', 'language': 'fr'}")),
                Map.entry("markup in the title", titled("<b>5 < 6 & \"x\" ]]> </b><!-- --> &amp; <?xml?>")),
                Map.entry("control characters", titled("a\u0000b\u0003c\u001Fd\u007Fe\u0085f\uFFFEg\uFFFFh")),
                Map.entry("white space", titled("\t a \r\n b \u2028 c \r")),
                Map.entry("half surrogates", titled("a\uD800b\uDC00c\uD83D")),
                Map.entry("beyond the basic plane", titled("\uD83C\uDF0E migration \uD842\uDFB7")),
                Map.entry("direction marks", titled("\u202Eabc\u202C \u2067def\u2069 \u200F")),
                Map.entry("files", Samples.item(required(), files())),
                Map.entry("Arabic", Samples.item(ARABIC)),
                Map.entry("very long", titled("Migración & ".repeat(5_000))),
                Map.entry("no language content", Samples.item("{'title': 'Map', 'type': 'map', 'language': 'zxx'}")),
                Map.entry("a language without an interface", Samples.item("{'title': 'T', 'language': 'quc'}")),
                Map.entry("a script and a region", Samples.item("{'title': 'T', 'language': 'zh-Hant-TW'}")),
                Map.entry("values that no rule would let pass", unruly()));
        return Samples.FORMATS.all().stream().flatMap(format -> items.entrySet().stream()
                .map(item -> Arguments.of(format.description().prefix(), item.getKey(), item.getValue())));
    }

    private static List<Item.File> files() {
        return List.of(
                Samples.file("a.pdf", true),
                Samples.file("Informe%20%C3%B1%20%26%20m%C3%A1s.pdf", true),
                new Item.File(
                        "https://library.example.org/publications/42/files/b",
                        "text/csv",
                        1,
                        "",
                        null,
                        null,
                        true,
                        null),
                new Item.File(
                        "https://library.example.org/publications/42/files/c",
                        "image/png",
                        1,
                        "",
                        null,
                        null,
                        false,
                        null),
                Samples.file("later.pdf", false));
    }

    private static String required() {
        return "{'mission': 'm', 'type': 'assessment', 'title': 'T', 'language': 'es', 'description': 'D',"
                + " 'theme': 'migration-data', 'date': 'unknown'}";
    }

    private static Item titled(String title) {
        return Samples.item(new DublinCore(List.of(
                Statement.of(Element.TITLE, title, "es"),
                Statement.of(Element.DESCRIPTION, title, "es"),
                Statement.of(Element.CREATOR, title, null),
                Statement.of(Element.SUBJECT, title, null))));
    }

    private static Item unruly() {
        List<Statement> statements = new ArrayList<>();
        for (Element element : Element.ALL) {
            for (String value :
                    List.of("", " ", "x y", "http://a b", "%", ":", "10.1/a b", "2021-13", "2021-02-30~", "/")) {
                statements.add(Statement.of(element, value));
                Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
                element.form().qualifiers().forEach(each -> qualifiers.put(each, value));
                statements.add(new Statement(element, value, null, qualifiers));
            }
        }
        return Samples.item(new DublinCore(statements));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("formatsAndItems")
    void isValid(String prefix, String name, Item item) {
        assertThat(Schemas.problems(Samples.render(prefix, item))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("formatsAndItems")
    void isOneRootThatDeclaresItsSchema(String prefix, String name, Item item) {
        FormatDescription format = Samples.FORMATS.find(prefix).orElseThrow().description();
        String xml = Samples.render(prefix, item);
        assertThat(xml.substring(0, xml.indexOf('>')))
                .startsWith("<")
                .contains("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
                .contains("=\"" + format.namespace() + "\"")
                .contains("xsi:schemaLocation=\"" + format.namespace() + " " + format.schema() + "\"");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("formatsAndItems")
    void isTheSameEachTime(String prefix, String name, Item item) {
        assertThat(Samples.render(prefix, item)).isEqualTo(Samples.render(prefix, item));
    }

    @Test
    void isValidForWhateverMayBeSaid() {
        Random random = new Random(20240506);
        for (int i = 0; i < 300; i++) {
            Item item = Samples.item(RandomPublications.clean(random));
            for (MetadataFormat format : Samples.FORMATS.all()) {
                String xml = Samples.render(format.description().prefix(), item);
                assertThat(Schemas.problems(xml)).as(xml).isEmpty();
            }
        }
    }

    @Test
    void oaiDcIsTheFirstFormat() {
        assertThat(Samples.FORMATS.descriptions())
                .extracting(FormatDescription::prefix)
                .containsExactly("oai_dc", "qdc", "mods", "marc21", "oai_openaire", "oai_datacite", "datacite", "mets");
    }

    @Test
    void aPrefixFindsItsFormatAndNoOther() {
        assertThat(Samples.FORMATS.find("mods").orElseThrow().description().namespace())
                .isEqualTo("http://www.loc.gov/mods/v3");
        assertThat(Samples.FORMATS.find("MODS")).isEmpty();
        assertThat(Samples.FORMATS.find("")).isEmpty();
    }
}
