package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.files.ContentDigest.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    /** Of {@code {"hello": "world"}} and a line feed (RFC 9530 appendix B.1). */
    private static final String HEX = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

    private static final String BASE64 = "WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=";
    private static final ContentDigest DIGEST = new ContentDigest(Algorithm.SHA_256, HEX);

    @Test
    void theFieldOfRfc9530IsRead() {
        assertThat(ContentDigest.parse("sha-256=:" + BASE64 + ":")).containsExactly(DIGEST);
        assertThat(ContentDigest.parse("md5=:ABC=:, sha-256=:" + BASE64 + ":;x=1 ,sha-512=:" + "A".repeat(86) + "==:"))
                .containsExactly(DIGEST, new ContentDigest(Algorithm.SHA_512, "0".repeat(128)));
        assertThat(DIGEST.field()).isEqualTo("sha-256=:" + BASE64 + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=" + BASE64,
                "sha-256=:" + BASE64,
                "sha-256=:A:",
                "sha-256=:AAAA:",
                "SHA-256=:" + BASE64 + ":",
                "sha-256=:" + BASE64 + ":,",
                "sha-256=:!!!!:",
                "md5=:AAAA:"
            })
    void aMalformedFieldIsRefused(String field) {
        assertThatThrownBy(() -> ContentDigest.parse(field))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().get(0).rule()).isEqualTo(Rule.MALFORMED_DIGEST));
    }

    @Test
    void theOldFieldIsReadInBothEncodings() {
        String ofHex = Base64.getEncoder().encodeToString(HEX.getBytes(StandardCharsets.US_ASCII));
        assertThat(ContentDigest.parseOld("SHA-256=" + BASE64)).isEqualTo(List.of(DIGEST));
        assertThat(ContentDigest.parseOld("unixsum=30637, sha-256=" + ofHex)).isEqualTo(List.of(DIGEST));
        assertThatThrownBy(() -> ContentDigest.parseOld("SHA-256")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ContentDigest.parseOld("MD5=AAAA")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ContentDigest.parseOld("SHA-256=AAAA")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ContentDigest.parseOld("SHA-256="
                        + Base64.getEncoder().encodeToString("x".repeat(64).getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(Refused.class);
    }
}
