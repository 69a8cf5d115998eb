package org.acervo.console.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.console.Fields;
import org.junit.jupiter.api.Test;

/** What goes through the form comes back as it was. */
class MetadataFormTest {

    private static final List<String> TEXTS = List.of(
            "Informe",
            " with blanks ",
            "<script>alert(1)</script>",
            "a & b = c; 100 % + \"quoted\"",
            "first line\n\nthird line",
            "\u202Eright to left\u202C",
            "日本 " + Character.toString(0x1F600),
            "x".repeat(100_000));

    @Test
    void metadata_that_go_through_the_form_lose_nothing() {
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            DublinCore text = any(random);
            assertThat(MetadataForm.read(sent(MetadataForm.write(text)))).isEqualTo(text);
        }
    }

    @Test
    void rows_in_which_nothing_was_typed_are_left_out() {
        DublinCore read = MetadataForm.read(Fields.parse("title.0=&title.0.lang=es&title.1=Uno&title.1.lang="
                + "&creator.0=+&creator.0.kind=person&link.0=&link.0.label=Here&unknown.0=x&title.x=y&token=z"));
        assertThat(read)
                .isEqualTo(new DublinCore(List.of(
                        Statement.of(Element.TITLE, "Uno"),
                        new Statement(Element.LINK, "", null, Map.of(Qualifier.LABEL, "Here")))));
    }

    @Test
    void rows_keep_their_order_by_number_and_boxes_theirs() {
        DublinCore read = MetadataForm.read(
                Fields.parse("title.10=c&title.2=b&title.0=a&theme=migration-data&theme=labour-mobility"));
        assertThat(read.values(Element.TITLE)).containsExactly("a", "b", "c");
        assertThat(read.values(Element.THEME)).containsExactly("migration-data", "labour-mobility");
    }

    /** As a browser sends it. */
    private static Fields sent(Fields fields) {
        StringJoiner body = new StringJoiner("&");
        fields.asMap()
                .forEach((name, values) ->
                        values.forEach(value -> body.add(encoded(name) + "=" + encoded(value.replace("\n", "\r\n")))));
        return Fields.parse(body.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static DublinCore any(Random random) {
        List<Statement> statements = new ArrayList<>();
        for (Element element : Element.ALL) {
            for (int i = random.nextInt(Math.min(4, element.most() + 1)); i > 0; i--) {
                Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
                element.form().qualifiers().stream()
                        .filter(each -> random.nextBoolean())
                        .forEach(each -> qualifiers.put(each, pick(random)));
                boolean tagged = element.form().hasLanguage() && random.nextBoolean();
                statements.add(new Statement(element, pick(random), tagged ? "pt-BR" : null, qualifiers));
            }
        }
        return new DublinCore(statements);
    }

    private static String pick(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size() + (random.nextInt(20) == 0 ? 0 : -1)));
    }
}
