package org.acervo.files;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Gathers the text of a document that comes as XHTML: paragraphs on lines of their own, single spaces, no control or
 * formatting characters, no half surrogates, no more than fits.
 */
final class Gathered extends DefaultHandler {

    private static final Set<String> BREAKS = Set.of(
            "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "td", "th", "title", "table", "ul", "ol");
    private static final Set<String> SILENT = Set.of("title", "script", "style");

    /** Says that it is full. */
    static final class Full extends SAXException {
        private static final long serialVersionUID = 1;
    }

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private int silent;
    private boolean line;
    private boolean space;
    private char high;

    Gathered(int longest) {
        this.longest = longest;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (SILENT.contains(name)) {
            silent++;
        }
        line |= BREAKS.contains(name);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (SILENT.contains(name)) {
            silent--;
        }
        line |= BREAKS.contains(name);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws Full {
        for (int i = start; silent == 0 && i < start + length; i++) {
            take(characters[i]);
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws Full {
        characters(characters, start, length);
    }

    private void take(char c) throws Full {
        char before = high;
        high = Character.isHighSurrogate(c) ? c : 0;
        if (Character.isHighSurrogate(c)) {
            return;
        }
        if (Character.isLowSurrogate(c)) {
            if (before != 0) {
                add(Character.toCodePoint(before, c));
            }
        } else if (c == '\n' || c == '\r' || c == '\f' || c == '\u2029' || c == '\u2028') {
            line |= c != '\r';
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            space = true;
        } else if (isText(c)) {
            add(c);
        }
    }

    /** Controls are not, nor soft hyphens, marks of direction and the like, nor what is no character or stands for one. */
    private static boolean isText(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && (c & 0xFFFE) != 0xFFFE && c != 0xFFFD;
    }

    private void add(int codePoint) throws Full {
        if (text.length() + 3 > longest) {
            throw new Full();
        }
        if (!text.isEmpty() && (line || space)) {
            text.append(line ? '\n' : ' ');
        }
        line = false;
        space = false;
        text.appendCodePoint(codePoint);
    }

    /** What there is. */
    String text() {
        return text.toString();
    }

    /** How many letters and digits there are. */
    long letters() {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
