package org.acervo.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fragment of XML 1.0: no prolog, everything escaped, characters that XML forbids left out. Records are written
 * with it rather than marshalled because they are rendered by the thousand a second. Not thread-safe.
 */
public final class XmlWriter {

    /** The most bytes that one UTF-16 unit becomes in UTF-8. */
    private static final int LONGEST = 3;

    /** UTF-8 from the beginning: a detour by strings takes half as long again. */
    private byte[] out = new byte[4096];

    private int size;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Opens an element; its name has the prefix that a namespace attribute declares. */
    public XmlWriter start(String name) {
        closeTag();
        put("<");
        put(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Adds an attribute to the element just opened; a null value adds none. */
    public XmlWriter attribute(String name, @Nullable String value) {
        if (!inTag) {
            throw new IllegalStateException("No start tag is open for " + name);
        }
        if (value != null) {
            put(" ");
            put(name);
            put("=\"");
            escape(value, true);
            put("\"");
        }
        return this;
    }

    /** Adds text. */
    public XmlWriter text(String text) {
        closeTag();
        escape(text, false);
        return this;
    }

    /** Closes the innermost element. */
    public XmlWriter end() {
        String name = open.pop();
        if (inTag) {
            put("/>");
            inTag = false;
        } else {
            put("</");
            put(name);
            put(">");
        }
        return this;
    }

    /** Adds an element with text and, where it is not null, {@code xml:lang}. */
    public XmlWriter element(String name, String text, @Nullable String lang) {
        return start(name).attribute("xml:lang", lang).text(text).end();
    }

    /** Adds an element with text. */
    public XmlWriter element(String name, String text) {
        return element(name, text, null);
    }

    /**
     * The fragment in UTF-8.
     *
     * @throws IllegalStateException where an element is still open
     */
    public byte[] toBytes() {
        requireWhole();
        return Arrays.copyOf(out, size);
    }

    /** @throws IllegalStateException where an element is still open */
    @Override
    public String toString() {
        requireWhole();
        return new String(out, 0, size, StandardCharsets.UTF_8);
    }

    private void requireWhole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
    }

    private void closeTag() {
        if (inTag) {
            put(">");
            inTag = false;
        }
    }

    /** Markup and the like: nothing in it is escaped. */
    private void put(String text) {
        requireRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out[size++] = (byte) c;
            } else {
                encode(text, i);
            }
        }
    }

    private void escape(String text, boolean attribute) {
        requireRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && isPlain(c)) {
                out[size++] = (byte) c;
            } else if (isPlain(c)) {
                encode(text, i);
            } else {
                switch (c) {
                    case '&' -> put("&amp;");
                    case '<' -> put("&lt;");
                    case '>' -> put("&gt;");
                    case '"' -> put(attribute ? "&quot;" : "\"");
                    case '\r' -> put("&#13;");
                    case '\n' -> put(attribute ? "&#10;" : "\n");
                    case '\t' -> put(attribute ? "&#9;" : "\t");
                    default -> {
                        if (isAllowed(text, i)) {
                            encode(text, i);
                        }
                    }
                }
                requireRoom(text.length() - i);
            }
        }
    }

    private void requireRoom(int units) {
        int needed = size + LONGEST * units;
        if (needed > out.length) {
            out = Arrays.copyOf(out, Math.max(needed, 2 * out.length));
        }
    }

    /** Puts what is not ASCII (RFC 3629 section 3): a surrogate pair when its second half comes. */
    private void encode(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return;
        }
        int point = Character.isLowSurrogate(c) ? Character.toCodePoint(text.charAt(i - 1), c) : c;
        if (point < 0x800) {
            out[size++] = (byte) (0xC0 | point >> 6);
        } else {
            if (point < 0x10000) {
                out[size++] = (byte) (0xE0 | point >> 12);
            } else {
                out[size++] = (byte) (0xF0 | point >> 18);
                out[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            }
            out[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        out[size++] = (byte) (0x80 | point & 0x3F);
    }

    /** Whether XML 1.0 allows every character of the text, so that nothing of it is left out. */
    public static boolean accepts(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r' && !isAllowed(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character stands for itself anywhere in XML. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < Character.MIN_SURROGATE && c != '&' && c != '<' && c != '>' && c != '"';
    }

    /** Whether the UTF-16 unit is, or is half of, a Char of XML 1.0 section 2.2. */
    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= 0x20 && c < 0xFFFE;
    }
}
