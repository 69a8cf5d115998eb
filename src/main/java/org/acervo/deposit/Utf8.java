package org.acervo.deposit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** Text as it is sent: UTF-8 and nothing else (RFC 8259 section 8.1). */
final class Utf8 {

    private Utf8() {}

    /** @throws Refused where the bytes are no UTF-8 */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Refused(Finding.of(Rule.NOT_UTF8, "", null));
        }
    }
}
