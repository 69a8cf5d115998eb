package org.acervo.oai.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.Payload;

/**
 * An answer in XML: what is written now, and between it stored payloads that are copied.
 *
 * @param before UTF-8, up to the first entry
 * @param after UTF-8, from the last entry on
 */
record OaiDocument(byte[] before, List<Entry> entries, byte[] after) {

    /** A record or a header: what is written now around what is stored. */
    record Entry(byte[] before, Payload payload, byte[] after) {
        private int length() {
            return before.length + payload.length() + after.length;
        }
    }

    /**
     * What is sent.
     *
     * @param entries how many are in it; those whose payload is damaged are not
     */
    record Body(byte[] bytes, int entries) {}

    private static final Logger LOG = Logger.getLogger(OaiDocument.class.getName());

    OaiDocument {
        entries = List.copyOf(entries);
    }

    /** The document itself. */
    Body plain() {
        int size = before.length + after.length;
        for (Entry entry : entries) {
            size += entry.length();
        }
        byte[] bytes = new byte[size];
        int at = put(before, bytes, 0);
        int sound = 0;
        for (Entry entry : entries) {
            int begin = put(entry.before, bytes, at);
            if (isSound(entry, () -> entry.payload.copy(bytes, begin))) {
                at = put(entry.after, bytes, begin + entry.payload.length());
                sound++;
            }
        }
        at = put(after, bytes, at);
        return new Body(at == bytes.length ? bytes : Arrays.copyOf(bytes, at), sound);
    }

    /** The document as a gzip member. */
    Body gzip() {
        List<Entry> sound = joinableEntries();
        int size = before.length + after.length;
        for (Entry entry : sound) {
            size += entry.before.length + entry.payload.joinable().length + entry.after.length;
        }
        JoinedGzip gzip = new JoinedGzip(size);
        gzip.add(before);
        for (Entry entry : sound) {
            gzip.add(entry.before);
            gzip.add(entry.payload);
            gzip.add(entry.after);
        }
        gzip.add(after);
        return new Body(gzip.finish(), sound.size());
    }

    private List<Entry> joinableEntries() {
        return entries.stream()
                .filter(entry -> isSound(entry, entry.payload::joinable))
                .toList();
    }

    private static boolean isSound(Entry entry, Runnable use) {
        try {
            use.run();
            return true;
        } catch (IllegalStateException damaged) {
            LOG.log(Level.SEVERE, "A record is left out of an answer: {0}: {1}", new Object[] {
                damaged.getMessage(), new String(entry.before, StandardCharsets.UTF_8)
            });
            return false;
        }
    }

    private static int put(byte[] source, byte[] target, int offset) {
        System.arraycopy(source, 0, target, offset, source.length);
        return offset + source.length;
    }
}
