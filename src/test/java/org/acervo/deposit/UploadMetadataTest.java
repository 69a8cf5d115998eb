package org.acervo.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMetadataTest {

    private static final String NEEDED = "publication " + base64("42") + ",filename " + base64("ñ.pdf");

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ListAssert<Finding> findings(@Nullable String header) {
        Refused[] refused = new Refused[1];
        assertThatThrownBy(() -> UploadMetadata.parse(header))
                .isInstanceOfSatisfying(Refused.class, each -> refused[0] = each);
        return assertThat(refused[0].findings());
    }

    @Test
    void pairsAreReadByTheirNames() {
        assertThat(UploadMetadata.parse(NEEDED + ", description"))
                .isEqualTo(Map.of("publication", "42", "filename", "ñ.pdf", "description", ""));
    }

    @Test
    void whatClientsSayByThemselvesIsNoMistake() {
        assertThat(UploadMetadata.parse(NEEDED + ",filetype,name " + base64("a") + ",type,relativePath"))
                .containsKey("filename");
    }

    @Test
    void namesThatNobodyReadsAreRefusedAllAtOnce() {
        findings(NEEDED + ",languaje " + base64("es") + ",embrago")
                .extracting(Finding::rule, Finding::given)
                .containsExactly(tuple(Rule.UNKNOWN_PARAMETER, "embrago"), tuple(Rule.UNKNOWN_PARAMETER, "languaje"));
    }

    @Test
    void whatIsMissingIsToldWithWhatNobodyReads() {
        findings("publication NDI=,embrago")
                .extracting(Finding::rule)
                .containsExactly(Rule.UNKNOWN_PARAMETER, Rule.MALFORMED_HEADER);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nothingSaidIsAMissingHeader(@Nullable String header) {
        findings(header).extracting(Finding::rule).containsExactly(Rule.MISSING_HEADER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publication NDI=",
                "filename NDI=",
                "publication ???",
                "filename a b c",
                "filename,filename",
                ","
            })
    void whatCannotBeReadIsTheHeaderAsItWasSent(String header) {
        findings(header)
                .extracting(Finding::rule, Finding::given)
                .containsExactly(tuple(Rule.MALFORMED_HEADER, header));
    }
}
