package org.acervo.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fragment of XML 1.0: no prolog, everything escaped, characters that XML forbids left out. Records are written
 * with it rather than marshalled because they are rendered by the thousand a second. Not thread-safe.
 */
public final class XmlWriter {

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Opens an element; its name has the prefix that a namespace attribute declares. */
    public XmlWriter start(String name) {
        closeTag();
        out.append('<').append(name);
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
            out.append(' ').append(name).append("=\"");
            escape(value, true);
            out.append('"');
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
            out.append("/>");
            inTag = false;
        } else {
            out.append("</").append(name).append('>');
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

    /** The fragment in UTF-8. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException where an element is still open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }

    private void closeTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            out.append(text.substring(written, i)); // quicker than append with a range
            written = i + 1;
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                default -> {
                    if (isAllowed(text, i)) {
                        out.append(c);
                    }
                }
            }
        }
        if (written == 0) {
            out.append(text);
        } else {
            out.append(text.substring(written));
        }
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
