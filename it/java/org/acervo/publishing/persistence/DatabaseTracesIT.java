package org.acervo.publishing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.publishing.Erasing;
import org.acervo.publishing.Erasure;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.TestLibrary;
import org.acervo.server.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an erasure leaves in the tables and in the files of the embedded database: nothing. */
class DatabaseTracesIT {

    private static final int PIECE = 32;
    private static final Path FILES = Path.of("target", "it-database").toAbsolutePath();
    private static final Source ANA = new Source("ana", "");
    private static final Source EVA = new Source("eva", "");

    private final String word = "marker" + UUID.randomUUID().toString().replace("-", "");
    private final Node node = new Node(TestDatabase.get().emptied(), true);
    private final TestLibrary library = new TestLibrary(
            node.publications(),
            node.disseminations(),
            node.transactions(),
            new org.acervo.files.InMemoryFiles(new org.acervo.catalog.InMemoryPublications(), Clock.systemUTC()),
            new TestLibrary.Erased(new ErasureTable(node.database()), node.memory()),
            Clock.systemUTC(),
            "https://library.example.org",
            org.acervo.platform.VocabularyFiles.read(Path.of("config", "vocabularies")));
    private final Erasing erasing = library.erasing(new ListedTrail(), List.of(), new DatabaseTraces(node.database()));

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatWasErasedIsInNoTableAndInNoByteOfAnyFile() throws Exception {
        others(100);
        PublicationId id = endangering();
        others(100);
        List<byte[]> searched = new ArrayList<>(List.of(word.getBytes(StandardCharsets.UTF_8)));
        searched.addAll(packed(id));
        assertThat(found(searched)).as("before, it is there").isNotEmpty();

        erasing.ask(ANA, id, "It names " + word);
        erasing.confirm(EVA, id);
        assertThat(rowsWith(word)).isEmpty();
        erasing.wipe();
        assertThat(erasing.find(id)).map(Erasure::status).contains(Erasure.Status.PURGING);

        waitsForFiles(id);
        assertThat(erasing.wipe()).isEqualTo(1);
        assertThat(erasing.find(id)).map(Erasure::status).contains(Erasure.Status.DONE);
        assertThat(found(searched)).isEmpty();
        assertThat(rowsWith(word)).isEmpty();
        assertThat(node.publications().find(id)).map(Publication::isErased).contains(true);
    }

    /** Other tests see to what becomes of files. */
    private void waitsForFiles(PublicationId id) {
        library.preserved(id);
    }

    /** Pieces of its compressed payloads that no other record has. */
    private List<byte[]> packed(PublicationId id) {
        PublicationId other = node.publications().newest(1).get(0).id();
        Map<PublicationId, Dissemination> told =
                node.transactions().run(() -> node.disseminations().current(List.of(id, other)));
        List<byte[]> pieces = new ArrayList<>();
        told.get(id).payloads().forEach((prefix, payload) -> {
            String theirs = latin1(told.get(other).payloads().get(prefix).deflated());
            byte[] mine = payload.deflated();
            for (int at = mine.length / 2; at + PIECE <= mine.length; at += mine.length / 4) {
                byte[] piece = Arrays.copyOfRange(mine, at, at + PIECE);
                if (!prefix.isEmpty() && !theirs.contains(latin1(piece))) {
                    pieces.add(piece);
                }
            }
        });
        assertThat(pieces).hasSizeGreaterThan(4);
        return pieces;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            Actor curator = TestLibrary.CURATOR;
            Publication other = library.publishing()
                    .create(curator, TestLibrary.report(UUID.randomUUID().toString(), "Another ".repeat(1 + i % 90)))
                    .publication();
            library.publishing().publish(curator, other.id(), 1);
        }
    }

    /** With texts of several sizes, in the row and outside of it, and a past. */
    private PublicationId endangering() {
        DublinCore text = TestLibrary.report("mx-" + word, word + " was seen");
        PublicationId id = library.publishing()
                .create(TestLibrary.CURATOR, text)
                .publication()
                .id();
        save(id, described(text, 1));
        save(id, described(text, 500));
        library.publishing().submit(TestLibrary.OFFICER, id, version(id));
        library.publishing().giveBack(TestLibrary.CURATOR, id, version(id), word + " is named", Map.of("/title", word));
        library.publishing().publish(TestLibrary.CURATOR, id, version(id));
        save(id, described(text, 40));
        save(id, described(text, 1200));
        PublicationId neighbour = library.publishing()
                .create(
                        TestLibrary.CURATOR,
                        TestLibrary.relating(TestLibrary.report("mx-0", "A neighbour"), "references", "mx-" + word))
                .publication()
                .id();
        library.publishing().publish(TestLibrary.CURATOR, neighbour, 1);
        return id;
    }

    private static DublinCore described(DublinCore text, int times) {
        return text.with(
                Element.DESCRIPTION,
                List.of(org.acervo.catalog.Statement.of(Element.DESCRIPTION, (word(text) + " ").repeat(times), "en")));
    }

    private static String word(DublinCore text) {
        return String.valueOf(text.value(Element.TITLE)).replaceAll(" .*", "");
    }

    private void save(PublicationId id, DublinCore text) {
        library.publishing().save(TestLibrary.CURATOR, id, version(id), text);
    }

    private int version(PublicationId id) {
        return node.publications().find(id).orElseThrow().version();
    }

    private static List<String> found(List<byte[]> searched) throws IOException {
        List<String> found = new ArrayList<>();
        for (byte[] each : searched) {
            found.addAll(Bytes.filesWith(FILES, each));
        }
        return found;
    }

    /** The columns of tables in which a word stands. */
    private List<String> rowsWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = node.connection();
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select table_name, column_name from information_schema.columns c join information_schema.tables t"
                            + " using (table_schema, table_name) where table_schema = database()"
                            + " and t.table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    columns.add("`" + rows.getString(1) + "` where `" + rows.getString(2) + "`");
                }
            }
            for (String column : columns) {
                try (ResultSet row =
                        statement.executeQuery("select count(*) from " + column + " like binary '%" + text + "%'")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        found.add(column);
                    }
                }
            }
        }
        return found;
    }
}
