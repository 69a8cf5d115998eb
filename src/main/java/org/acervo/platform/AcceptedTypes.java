package org.acervo.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept} (RFC 9110 section 12.5.1) of whoever gets an error, and never fails over a strange one. */
final class AcceptedTypes {

    private AcceptedTypes() {}

    /**
     * Whether JSON is wanted more than a page.
     *
     * @param otherwise the answer for who wants both alike
     */
    static boolean preferJson(@Nullable String accept, boolean otherwise) {
        double json = 0;
        double html = 0;
        for (String range :
                accept == null ? new String[0] : accept.toLowerCase(Locale.ROOT).split(",")) {
            String type = range.split(";", 2)[0].strip();
            if (type.equals("application/json") || type.endsWith("+json") && !type.startsWith("text/")) {
                json = Math.max(json, weight(range));
            } else if (type.equals("text/html") || type.equals("application/xhtml+xml") || type.equals("text/*")) {
                html = Math.max(html, weight(range));
            }
        }
        return json == html ? otherwise : json > html;
    }

    private static double weight(String range) {
        for (String parameter : range.split(";")) {
            String text = parameter.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2).strip());
                } catch (NumberFormatException strange) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
