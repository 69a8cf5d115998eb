package org.acervo.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Extraction;
import org.acervo.files.Extractions;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the texts of files what was looked for. The index does not keep them, so they come from the database, and no more
 * of them is read than a page can wait for.
 */
record FilePassages(PublicationFiles files, Extractions extractions) {

    /** Of one file, and of all that are looked through at once, so many characters are read at most. */
    private static final int MOST = 400_000;

    private static final int MOST_OF_ALL = 2_000_000;
    private static final int PIECE = 20_000;

    /**
     * The first passage of each file that has one, by publication.
     *
     * @param most of one publication
     */
    Map<PublicationId, List<FilePassage>> find(Collection<PublicationId> ids, Marking marking, int most) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<PublicationId, List<HeldFile>> held = files.ofAll(ids);
        Map<PublicationId, List<FilePassage>> all = new LinkedHashMap<>();
        int[] left = {MOST_OF_ALL};
        for (PublicationId id : ids) {
            List<HeldFile> files = held.getOrDefault(id, List.of());
            Map<String, Extraction> texts = files.isEmpty() || left[0] <= 0 ? Map.of() : texts(id);
            List<FilePassage> found = new ArrayList<>();
            for (HeldFile each : files) {
                PublicationFile file = each.file();
                Extraction text = texts.get(file.sha256());
                if (text != null && file.standing() != Standing.LEAVING && found.size() < most && left[0] > 0) {
                    add(found, file, text.text(), marking, left);
                }
            }
            if (!found.isEmpty()) {
                all.put(id, found);
            }
        }
        return all;
    }

    /** Of one publication at a time: together they could be more than the memory holds. */
    private Map<String, Extraction> texts(PublicationId id) {
        Map<String, Extraction> texts = new HashMap<>();
        extractions.ofAll(List.of(id)).getOrDefault(id, List.of()).forEach(each -> texts.put(each.sha256(), each));
        return texts;
    }

    private static void add(List<FilePassage> found, PublicationFile file, String text, Marking marking, int[] left) {
        int end = Math.min(text.length(), Math.min(MOST, left[0]));
        int at = 0;
        while (at < end) {
            int next = pieceEnd(text, at);
            left[0] -= next - at;
            List<Run> passage = passage(marking, file.language(), text.substring(at, next));
            if (passage != null) {
                found.add(new FilePassage(file.name(), passage));
                return;
            }
            at = next;
        }
    }

    /** Pieces end between words, where there are any. */
    private static int pieceEnd(String text, int at) {
        if (text.length() - at <= PIECE) {
            return text.length();
        }
        int blank = Math.max(text.lastIndexOf('\n', at + PIECE), text.lastIndexOf(' ', at + PIECE));
        int end = blank > at ? blank : at + PIECE;
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private static @Nullable List<Run> passage(Marking marking, @Nullable String lang, String text) {
        Marking.Marked marked = marking.snippet(new String[] {(lang == null ? "" : lang) + Fields.SEPARATOR + text});
        return marked.isMarked() ? marked.runs() : null;
    }
}
