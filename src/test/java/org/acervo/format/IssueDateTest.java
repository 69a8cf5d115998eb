package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.acervo.format.IssueDate.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueDateTest {

    @ParameterizedTest
    @CsvSource({
        "2021,EXACT,2021,s2021####,2021",
        "2021-02,EXACT,2021-02,e202102##,2021-02",
        "2020-02-29,EXACT,2020-02-29,e20200229,2020-02-29",
        "2021-02-17T10:00:00Z,EXACT,2021-02-17,e20210217,2021-02-17",
        "2017~,APPROXIMATE,2017,s2017####,[2017?]",
        "2017%,APPROXIMATE,2017,s2017####,[2017?]",
        "2017?,QUESTIONABLE,2017,s2017####,[2017?]",
        "2017-06~,APPROXIMATE,2017-06,s2017####,[2017-06?]",
        "201X,APPROXIMATE,2010/2019,s201u####,[2010-2019?]",
        "20XX,APPROXIMATE,2000/2099,s20uu####,[2000-2099?]",
        "201X~,APPROXIMATE,2010/2019,s201u####,[2010-2019?]",
        "2017-XX,APPROXIMATE,2017,s2017####,[2017?]",
        "2017-06-XX,APPROXIMATE,2017-06,s2017####,[2017-06?]",
        "2017-XX-XX,APPROXIMATE,2017,s2017####,[2017?]"
    })
    void understandsDates(String given, Kind kind, String plain, String marc, String bracketed) {
        IssueDate date = IssueDate.of(given);
        assertThat(date.kind()).isEqualTo(kind);
        assertThat(date.plain()).isEqualTo(plain);
        assertThat(date.marc()).isEqualTo(marc.replace('#', ' '));
        assertThat(date.bracketed()).isEqualTo(bracketed);
        assertThat(date.isEdtf()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", " ", "XXXX"})
    void knowsThatNothingIsKnown(String given) {
        assertThat(IssueDate.of(given).isUnknown()).isTrue();
        assertThat(IssueDate.of(given).marc()).isEqualTo("nuuuuuuuu");
        assertThat(IssueDate.of(null).isUnknown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-13",
                "2021-02-30",
                "0000",
                "21",
                "2021-2",
                "20X1",
                "2XXX",
                "201X-05",
                "2021/2022",
                "~",
                "X",
                "May",
                "2021-02-1",
                "2021-02-177",
                "2021-00",
                "2021.02",
                "٢٠٢١"
            })
    void passesOnWhatItDoesNotUnderstand(String given) {
        IssueDate date = IssueDate.of(given);
        assertThat(date.kind()).isEqualTo(Kind.OTHER);
        assertThat(date.plain()).isEqualTo(given);
        assertThat(date.marc()).isEqualTo("nuuuuuuuu");
        assertThat(date.isExact()).isFalse();
        assertThat(date.isEdtf()).isFalse();
    }

    @Test
    void aPeriodIsADateOrAnInterval() {
        assertThat(Period.of("2019").isDate()).isTrue();
        assertThat(Period.of("2019/2020").isDate()).isFalse();
        assertThat(Period.of("2019~/..").isEdtf()).isTrue();
        assertThat(Period.of("../..").isEdtf()).isFalse();
        assertThat(Period.of("2019/x").isEdtf()).isFalse();
        assertThat(Period.of("2019/2020/2021").isEdtf()).isFalse();
    }
}
