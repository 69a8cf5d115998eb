package org.acervo.oai.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedEncodingTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "gzip|true",
                "GZIP;q=0.5|true",
                "deflate, gzip;q=1.0, *;q=0.5|true",
                "x-gzip|true",
                "*|true",
                "gzip;q=0|false",
                "gzip;q=0.000, *|false",
                "identity;q=1, gzip;q=0.5|false",
                "identity;q=0.5, gzip|true",
                "deflate, br|false",
                "''|false",
                "gzip;q=nonsense|false",
                "*;q=0|false"
            })
    void gzipOnlyWhereItIsAskedFor(String header, boolean expected) {
        assertThat(AcceptedEncoding.gzip(List.of(header))).isEqualTo(expected);
    }

    @Test
    void noHeaderAsksForNothing() {
        assertThat(AcceptedEncoding.gzip(List.of())).isFalse();
    }
}
