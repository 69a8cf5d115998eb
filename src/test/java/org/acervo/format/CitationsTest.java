package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CitationsTest {

    private static final Citations CITATIONS = new Citations(Samples.REPOSITORY, Samples.VOCABULARIES);

    @Test
    void writesBibTex() {
        assertThat(CITATIONS.bibTex(Samples.full())).isEqualTo("""
                @techreport{acervo-42,
                  author = {{IOM} and Pérez, Ana},
                  title = {{El título}},
                  year = {2021},
                  month = {2},
                  institution = {{Organización Internacional} and {Gobierno de México}},
                  series = {Línea de base},
                  number = {1},
                  doi = {10.18356/<9>},
                  isbn = {9789290688150},
                  issn = {1561-5502},
                  url = {https://library.example.org/publications/42},
                  urldate = {2024-05-06},
                  language = {es, en},
                  pagetotal = {48 pages},
                  keywords = {Datos, Data on migration, Movilidad laboral, Labour mobility, Tapachula, DTM},
                  abstract = {Resumen}
                }

                """);
    }

    @Test
    void writesRis() {
        assertThat(CITATIONS.ris(Samples.full())).isEqualTo("""
                TY  - RPRT
                ID  - acervo-42
                TI  - El título
                TT  - The title
                AU  - IOM
                AU  - Pérez, Ana
                A2  - Colegio de la Frontera Norte
                A2  - Pelé
                PB  - Organización Internacional
                PB  - Gobierno de México
                PY  - 2021
                DA  - 2021/02//
                T3  - Línea de base
                IS  - 1
                T3  - DTM reports
                DO  - 10.18356/<9>
                SN  - 9789290688150
                M1  - C/INF/285
                SN  - 1561-5502
                UR  - https://library.example.org/publications/42
                LA  - es
                LA  - en
                KW  - Datos
                KW  - Data on migration
                KW  - Movilidad laboral
                KW  - Labour mobility
                KW  - Tapachula
                KW  - DTM
                AB  - Resumen
                AB  - Abstract
                N1  - 48 pages
                ER  -\s

                """.replace("\n", "\r\n"));
    }

    @Test
    void nothingThatTexOrRisTakesForItsOwnIsLeft() {
        String json =
                "{'title': '50 % of $ & #1_a {b} ~^ \\\\ x\\nTY  - BOOK', 'creator': ['Smith, Jones and Partners',"
                        + "{'value': 'Land and Sea, Ana', 'kind': 'person'}], 'date': '201X', 'type': 'map'}";
        String bib = CITATIONS.bibTex(Samples.item(json));
        assertThat(bib)
                .startsWith("@misc{")
                .contains("author = {{Smith, Jones and Partners} and {Land and Sea, Ana}}")
                .contains("title = {{50 \\% of \\$ \\& \\#1\\_a \\textbraceleft{}b\\textbraceright{} \\textasciitilde{}"
                        + "\\textasciicircum{} \\textbackslash{} x TY - BOOK}}")
                .contains("year = {[2010-2019?]}");
        assertThat(CITATIONS.ris(Samples.item(json)).lines().filter(each -> each.startsWith("TY")))
                .containsExactly("TY  - MAP");
    }

    @Test
    void bracesAreBalancedAndEveryLineHasATagWhateverThereIs() {
        for (int seed = 0; seed < 2_000; seed++) {
            var item = Samples.item(RandomPublications.clean(new Random(seed)));
            int depth = 0;
            for (char c : CITATIONS.bibTex(item).toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                assertThat(depth).isNotNegative();
            }
            assertThat(depth).as("seed %d", seed).isZero();
            List<String> lines = CITATIONS.ris(item).lines().toList();
            assertThat(lines.subList(0, lines.size() - 1)).allMatch(each -> each.matches("[A-Z][A-Z0-9]  - .*"));
        }
    }
}
