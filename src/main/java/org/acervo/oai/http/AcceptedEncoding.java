package org.acervo.oai.http;

import java.util.List;
import java.util.Locale;

/** What an {@code Accept-Encoding} header says about gzip (RFC 9110 section 12.5.3). */
final class AcceptedEncoding {

    private static final double UNSAID = -1;

    private AcceptedEncoding() {}

    /** Whether gzip is asked for, and not less than no encoding. */
    static boolean gzip(List<String> headers) {
        double gzip = UNSAID;
        double any = UNSAID;
        double identity = UNSAID;
        for (String header : headers) {
            for (String each : header.split(",", -1)) {
                String[] parts = each.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
                switch (parts[0]) {
                    case "gzip", "x-gzip" -> gzip = Math.max(gzip, quality(parts));
                    case "*" -> any = quality(parts);
                    case "identity" -> identity = quality(parts);
                    default -> {}
                }
            }
        }
        double wanted = gzip == UNSAID ? any : gzip;
        return wanted > 0 && wanted >= identity;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("q=")) {
                try {
                    return Double.parseDouble(parts[i].substring(2));
                } catch (NumberFormatException malformed) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
