package org.acervo.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.acervo.pages.Texts;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2017, 2017",
        "2021-02, February 2021",
        "2022-06-01, 1 June 2022",
        "2022-06-01T10:00:00Z, 1 June 2022",
        "2017~, ca. 2017",
        "2017-05~, ca. May 2017",
        "2017?, 2017 (uncertain)",
        "201X, ca. 2010–2019",
        "unknown, Date unknown",
        "spring, spring"
    })
    void datesAreWrittenAsFarAsTheyAreKnown(String given, String written) {
        assertThat(in(InterfaceLanguage.EN).of(given)).isEqualTo(written);
    }

    @Test
    void everyLanguageHasItsOwnWay() {
        assertThat(in(InterfaceLanguage.ES).of("2022-06-01")).isEqualTo("1 de junio de 2022");
        assertThat(in(InterfaceLanguage.FR).of("2021-02")).isEqualTo("février 2021");
        assertThat(in(InterfaceLanguage.PT).of("2021-02")).isEqualTo("fevereiro de 2021");
        assertThat(in(InterfaceLanguage.FR).day(Instant.parse("2022-06-01T23:59:59Z")))
                .isEqualTo("1 juin 2022");
    }

    @Test
    void periodsMayBeOpen() {
        assertThat(in(InterfaceLanguage.EN).period("2020-09/2020-11")).isEqualTo("September 2020 – November 2020");
        assertThat(in(InterfaceLanguage.EN).period("2020/..")).isEqualTo("2020 – …");
        assertThat(in(InterfaceLanguage.EN).period("2020")).isEqualTo("2020");
    }

    private static DateText in(InterfaceLanguage language) {
        return new DateText(Texts.in(language, Reader.BUNDLE), language.locale());
    }
}
