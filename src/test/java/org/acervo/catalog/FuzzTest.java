package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.acervo.vocabulary.FewVocabularies;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;

/** Documents of nonsense: nothing fails, and cleaning what is clean changes nothing. */
class FuzzTest {

    private static final Vocabularies VOCABULARIES = FewVocabularies.all();

    /** Pieces that mean something to one rule or another, so that nonsense comes near to sense. */
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\u000B",
            "\u00A0",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uFFFE",
            "\uD800",
            "\uDC00",
            "😀",
            "e\u0301",
            "\u0301",
            "é",
            "¨",
            "／",
            "ß",
            "İ",
            "x",
            "X",
            "~",
            "-",
            "–",
            "/",
            "//",
            "..",
            ".",
            ",",
            ":",
            "?",
            "#",
            "%",
            "%41",
            "[",
            "]",
            "{0}",
            "'",
            "https://",
            "HTTP://",
            "doi.org/",
            "hdl.handle.net/",
            "orcid.org/",
            "ror.org/",
            "doi:",
            "DOI ",
            "10.",
            "10.1234/",
            "ISBN ",
            "urn:isbn:",
            "978",
            "978-92-9068-815-0",
            "ISSN",
            "1561-5502",
            "0000-0002-1825-0097",
            "es",
            "pt_br",
            "PT",
            "-u-ca-gregory",
            "und",
            "mx",
            "MX",
            "-CHP",
            "29",
            "484",
            "2021",
            "-02",
            "-30",
            "201X",
            "unknown",
            "mexico",
            "report",
            "news",
            "migration-data",
            "IOM",
            "García, Ana",
            "isPartOf",
            "person",
            "isbn",
            "url",
            "doi",
            "CC0");

    @Test
    void nonsense_is_cleaned_once_for_all_and_checked_without_failing() {
        Rules rules = new Rules(VOCABULARIES, () -> Set.of("mobility-tracking"));
        Random random = new Random(20_211);
        for (int i = 0; i < 1_500; i++) {
            DublinCore given = document(random);
            List<Finding> raw = rules.check(given, Rules.Purpose.PUBLISH);
            Cleaned cleaned = Cleaning.clean(given, VOCABULARIES);
            Cleaned again = Cleaning.clean(cleaned.metadata(), VOCABULARIES);
            assertThat(again.metadata()).as(given::toString).isSameAs(cleaned.metadata());
            assertThat(again.warnings()).as(given::toString).isEmpty();
            List<Finding> found = cleaned.with(rules.check(cleaned.metadata(), Rules.Purpose.PUBLISH));
            raw.forEach(
                    finding -> assertThat(finding.message(InterfaceLanguage.FR)).isNotBlank());
            found.forEach(
                    finding -> assertThat(finding.message(InterfaceLanguage.EN)).isNotBlank());
            if (found.stream().noneMatch(Finding::isError)) {
                assertThat(cleaned.metadata().values(Element.LINK)).allSatisfy(java.net.URI::create);
            }
            assertThat(isXml(cleaned.metadata())).as(given::toString).isTrue();
        }
    }

    @Test
    void a_value_without_end_is_refused_and_nothing_fails() {
        Rules rules = new Rules(VOCABULARIES, Set::of);
        for (String piece :
                List.of("10.1234.1", "doi:", "978-", "1.a", "https://é", " ", "es-abc-", "2021/", "e\u0301\u0000")) {
            List<Statement> statements = Element.ALL.stream()
                    .map(element -> Statement.of(element, "10.1234" + piece.repeat(20_000) + "/", piece.repeat(20_000)))
                    .toList();
            DublinCore cleaned =
                    Cleaning.clean(new DublinCore(statements), VOCABULARIES).metadata();
            assertThat(rules.check(cleaned, Rules.Purpose.PUBLISH))
                    .anyMatch(finding -> finding.rule() == Rule.TOO_LONG);
        }
    }

    private static boolean isXml(DublinCore metadata) {
        return metadata.stream()
                .filter(each -> each.element() != Element.SOURCE_ID)
                .flatMapToInt(each -> each.value().codePoints())
                .allMatch(CleanText::isAllowed);
    }

    private static DublinCore document(Random random) {
        List<Statement> statements = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            Element element = Element.ALL.get(random.nextInt(Element.ALL.size()));
            Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
            for (Qualifier qualifier : element.form().qualifiers()) {
                if (random.nextInt(3) == 0) {
                    qualifiers.put(qualifier, text(random));
                }
            }
            String lang = random.nextInt(3) == 0 ? text(random) : null;
            Statement statement = new Statement(element, text(random), lang, qualifiers);
            for (int copies = random.nextInt(10) == 0 ? 10 : 1; copies > 0; copies--) {
                statements.add(statement);
            }
        }
        return new DublinCore(statements);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? Character.toString((char) random.nextInt(0x10000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
