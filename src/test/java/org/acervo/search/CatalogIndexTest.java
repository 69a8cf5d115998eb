package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.acervo.catalog.PublicationId;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class CatalogIndexTest {

    private static final int MANY = 3_000;
    private static final int REMOVED = 1_000;
    private static final String SECRET = "Xochiquetzalli";

    @TempDir
    private Path folder;

    /** A merge of what was removed runs by itself, once much was removed; its old segments hold all that it leaves out. */
    @RepeatedTest(3)
    void whatIsPurgedWhileSegmentsAreMergedIsGone() throws IOException {
        Random random = new Random(7);
        try (CatalogIndex index = CatalogIndex.open(folder, Runnable::run)) {
            for (int i = 0; i < MANY; i++) {
                byte[] bulk = new byte[4_000];
                random.nextBytes(bulk);
                index.put(new PublicationId(i + 1), List.of(document(i + 1, i == 0 ? SECRET : "", bulk)));
            }
            index.commit(Map.of());
            index.refresh();
            for (int i = 0; i < REMOVED; i++) {
                index.remove(new PublicationId(i + 1));
            }
            index.refresh();

            index.purge();
            index.commit(Map.of());
            index.sweep();

            assertThat(filesWith(SECRET)).isEmpty();
        }
    }

    private static Document document(int id, String text, byte[] bulk) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, Integer.toString(id), Field.Store.NO));
        document.add(new StoredField("text", text));
        document.add(new StoredField("bulk", bulk));
        return document;
    }

    private List<String> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> contains(each, text))
                    .map(each -> each.getFileName().toString())
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
