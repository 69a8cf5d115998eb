package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "bytes=0-9,0,9",
        "bytes=2-4,2,4",
        "bytes=5-,5,9",
        "bytes=5-99,5,9",
        "bytes=-3,7,9",
        "bytes=-99,0,9",
        "BYTES = 1-2,1,2"
    })
    void aPartIsSent(String header, long first, long last) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=4-2", "bytes=1-2,4-5", "lines=1-2", "0-4"})
    void theWholeIsSentWhereNoSinglePartIsAskedFor(String header) {
        assertThat(ByteRange.of(header, 10)).isNull();
        assertThat(ByteRange.of(null, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
    void whatLiesBehindTheEndIsNot(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(ByteRange.UNSATISFIABLE);
    }
}
