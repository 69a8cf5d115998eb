package org.acervo.deposit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** Small documents as they are sent: UTF-8 and nothing else (RFC 8259 section 8.1), whatever the header says. */
public final class SmallText {

    private static final int LONGEST = 64 * 1024;

    private SmallText() {}

    /**
     * Reads the body of a request, and never much more than is allowed.
     *
     * @throws Refused where it is too long, or no UTF-8
     * @throws IOException where it breaks off
     */
    public static String read(InputStream body) throws IOException {
        return of(body.readNBytes(LONGEST + 1));
    }

    /** @throws Refused where the bytes are too many, or no UTF-8 */
    public static String of(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Refused(Finding.of(Rule.TOO_LONG, "", null, Integer.toString(LONGEST)));
        }
        return decode(bytes);
    }

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
