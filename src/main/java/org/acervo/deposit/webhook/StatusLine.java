package org.acervo.deposit.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.deposit.webhook.Trouble.Reason;

/** Reads the status of an answer (RFC 9112 section 4), past any interim ones. */
final class StatusLine {

    private static final Pattern FORM = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 200;

    private StatusLine() {}

    /** @throws IOException where the answer is none of HTTP/1.1 or says nothing in the end */
    static int read(InputStream in) throws IOException {
        int lines = 0;
        while (true) {
            Matcher status = FORM.matcher(line(in));
            if (!status.matches()) {
                throw new Trouble.Failure(Reason.NOT_HTTP);
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= 200) {
                return code;
            }
            while (!line(in).isEmpty()) {
                if (++lines > MOST_LINES) {
                    throw new Trouble.Failure(Reason.ENDLESS);
                }
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        for (int length = 0; length < LONGEST_LINE; length++) {
            int next = in.read();
            if (next < 0) {
                throw new Trouble.Failure(Reason.HUNG_UP);
            }
            if (next == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, end, StandardCharsets.ISO_8859_1);
            }
            line[length] = (byte) next;
        }
        throw new Trouble.Failure(Reason.LINE_TOO_LONG);
    }
}
