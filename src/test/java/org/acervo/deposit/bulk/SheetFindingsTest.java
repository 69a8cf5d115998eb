package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

class SheetFindingsTest {

    @Test
    void what_is_kept_is_told_to_each_reader_in_their_language() {
        Finding finding = Finding.of(Rule.UNKNOWN_CODE, "/type", "reprot", List.of("report", "book"))
                .labelled(Map.of("report", new Labels("Report", "Informe", "Rapport", "Relatório")));
        SheetFinding found = new SheetFinding("C5", finding);
        List<SheetFinding> again = SheetFindings.fromText(SheetFindings.toText(List.of(found)));
        assertThat(again).containsExactly(found);
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            assertThat(again.get(0).finding().message(language)).isEqualTo(finding.message(language));
        }
        assertThat(again.get(0).finding().message(InterfaceLanguage.PT)).contains("report (Relatório)");
    }

    @Test
    void of_a_long_list_as_much_is_kept_as_a_message_tells() {
        List<String> codes = IntStream.range(0, 300).mapToObj(i -> "code-" + i).toList();
        Map<String, Labels> labels = new java.util.HashMap<>();
        codes.forEach(code -> labels.put(code, new Labels(code + " en", code + " es", code + " fr", code + " pt")));
        Finding finding = Finding.of(Rule.UNKNOWN_CODE, "/type", "x", codes).labelled(labels);
        String kept = SheetFindings.toText(List.of(new SheetFinding("A1", finding)));
        assertThat(SheetFindings.fromText(kept).get(0).finding().message(InterfaceLanguage.FR))
                .isEqualTo(finding.message(InterfaceLanguage.FR));
        assertThat(kept).doesNotContain("code-9 es");
    }
}
