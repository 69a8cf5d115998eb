package org.acervo.oai.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded} (OAI-PMH 2.0 section 3.1.1) without ever failing. What cannot be
 * decoded becomes lone surrogates, which no text may contain, so the protocol's own check refuses it with badArgument.
 * Not thread-safe.
 */
final class RawArguments {

    private static final char BROKEN = 0xDC00;

    private final Map<String, List<String>> arguments = new LinkedHashMap<>();

    /** Adds the arguments of a query string or of a form, whose octets beyond ASCII are given as ISO 8859-1. */
    void add(String encoded) {
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
                arguments.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
    }

    /** Every name with all its values, in their order. */
    Map<String, List<String>> all() {
        return arguments;
    }

    private static String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int octet = c == '%' ? octet(encoded, i + 1) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else if (c > 0x7F && c <= 0xFF) {
                bytes.write(c);
            } else {
                utf8(bytes, text);
                text.append(c == '+' ? ' ' : c == '%' ? (char) (BROKEN + c) : c);
            }
        }
        utf8(bytes, text);
        return text.toString();
    }

    /** The octet of two hexadecimal digits, or -1. */
    private static int octet(String encoded, int at) {
        if (at + 2 > encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(at), 16);
        int low = Character.digit(encoded.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Moves octets to the text, each that is not UTF-8 as a lone surrogate. */
    private static void utf8(ByteArrayOutputStream bytes, StringBuilder text) {
        if (bytes.size() == 0) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
        CharBuffer out = CharBuffer.allocate(bytes.size() + 1);
        bytes.reset();
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                text.append((char) (BROKEN + (in.get() & 0xFF)));
            }
        }
    }
}
