package org.acervo.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What came back over HTTP.
 *
 * @param asked the request, for messages
 * @param body as sent, compressed or not
 */
record Reply(String asked, int status, HttpHeaders headers, byte[] body) {

    /** A header's value, empty where there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    boolean isXml() {
        return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/xml");
    }

    boolean isGzip() {
        return header("Content-Encoding").equalsIgnoreCase("gzip");
    }

    /** The body without its compression. */
    byte[] plain() {
        if (!isGzip()) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(asked + ": the gzip stream is broken", broken);
        }
    }

    /** The body as text; an assertion error where it is not UTF-8. */
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new AssertionError(asked + ": the answer is not UTF-8", notUtf8);
        }
    }

    @Override
    public String toString() {
        return asked + " → " + status + " " + header("Content-Type");
    }
}
