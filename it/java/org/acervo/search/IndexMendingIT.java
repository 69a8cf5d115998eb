package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.files.InMemoryExtractions;
import org.acervo.files.InMemoryFiles;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.search.persistence.TestIndexMarks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that follows a real database mends itself at the next start, and says until then that it is catching up. */
class IndexMendingIT {

    private static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");
    private static final List<String> TABLES =
            List.of("clock", "publication", "removal", "event", "relation", "search_index");

    private final Node node = new Node(TestDatabase.get().emptied(), true);
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final InMemoryPublications none = new InMemoryPublications();
    private final InMemoryFiles files = new InMemoryFiles(none, Clock.systemUTC());

    @TempDir
    private Path temporary;

    private Path folder;
    private Clock clock = Clock.systemUTC();
    private Indexer indexer;
    private Searching searching;

    @BeforeEach
    void fill() {
        folder = temporary.resolve("index");
        publish("First report");
        publish("Second report");
        start(folder);
        indexer.look();
        assertFound(2);
        indexer.close();
    }

    @AfterEach
    void stop() {
        indexer.close();
        executor.shutdown();
        node.close();
    }

    /** As at a start of the server, before its first look. */
    private void start(Path where) {
        EntryWriter entries = new EntryWriter(
                node.publications(),
                files,
                new InMemoryExtractions(none, files),
                new InMemoryCollectionOrder(none),
                new Entries(SearchHouse.VOCABULARIES),
                clock,
                executor);
        indexer = new Indexer(
                new IndexFolder(where, TestIndexMarks.of(node.database()), executor, () -> "labels"),
                node.publications(),
                entries,
                clock);
        searching = new Searching(
                indexer,
                SearchHouse.THESAURUS,
                SearchHouse.VOCABULARIES,
                new FilePassages(files, new InMemoryExtractions(none, files)));
    }

    private void assertMended(Path where, int reports) {
        start(where);
        assertThat(find().catchingUp()).as("says that it is catching up").isTrue();
        indexer.look();
        assertFound(reports);
        publish("One more report");
        indexer.look();
        assertFound(reports + 1);
        assertThat(find().hits().stream().map(Hit::id).distinct()).hasSize(reports + 1);
    }

    private void assertFound(int reports) {
        assertThat(find().catchingUp()).isFalse();
        assertThat(find().total()).isEqualTo(reports);
    }

    private Found find() {
        return searching.find(Search.all(org.acervo.vocabulary.InterfaceLanguage.EN, Viewer.STAFF)
                .withText("report"));
    }

    @Test
    void whereTheFolderIsGone() throws IOException {
        CatalogIndex.destroy(folder);
        Files.delete(folder);
        assertMended(folder, 2);
    }

    @Test
    void whereAnyFileOfItIsDamaged() throws IOException {
        for (Path file : segments()) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] damaged = bytes.clone();
            damaged[bytes.length / 2] ^= 0x55;
            Files.write(file, damaged);
            start(folder);
            indexer.look();
            assertThat(find().total()).as(file.toString()).isEqualTo(2);
            indexer.close();
        }
    }

    @Test
    void whereAFileOfItIsCutOrMissing() throws IOException {
        Files.write(segments().get(0), new byte[0]);
        assertMended(folder, 2);
        indexer.close();
        Files.delete(segments().get(0));
        start(folder);
        indexer.look();
        assertFound(3);
    }

    /** Whatever instant a process dies at, its folder is as one of these copies, but for the lock. */
    @Test
    void whereTheProcessWasKilledWhileItWrote() throws IOException {
        clock = new Hurried();
        start(folder);
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            publish("Report " + i);
            indexer.look();
            copies.add(copied(i));
        }
        indexer.close();
        copies.add(copied(99));
        for (Path copy : copies) {
            start(copy);
            indexer.look();
            assertFound(14);
            indexer.close();
        }
    }

    @Test
    void whereTheDatabaseWasRestoredAndKnowsLess() throws SQLException {
        dump();
        publish("Third report, which the restored database does not know");
        start(folder);
        indexer.look();
        assertFound(3);
        indexer.close();
        restore();
        publish("Another report under the number of the third");
        assertMended(folder, 3);
    }

    @Test
    void whereARestoredDatabaseHasGrownPastTheIndex() throws SQLException {
        dump();
        publish("Third report");
        start(folder);
        indexer.look();
        indexer.close();
        restore();
        for (int i = 0; i < 5; i++) {
            publish("Later report " + i);
        }
        assertMended(folder, 7);
    }

    /** Makes every look commit. */
    private static final class Hurried extends Clock {

        private Instant now = AT;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(11);
            return now;
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> !each.getFileName().toString().equals("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    private Path copied(int number) throws IOException {
        Path copy = Files.createDirectories(temporary.resolve("copy-" + number));
        for (Path each : segments()) {
            Files.copy(each, copy.resolve(each.getFileName()));
        }
        return copy;
    }

    private void dump() throws SQLException {
        try (Connection connection = node.connection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("create table dump_" + table + " as select * from " + table);
            }
        }
    }

    private void restore() throws SQLException {
        try (Connection connection = node.connection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
                String columns = columns(connection, table);
                statement.execute(
                        "insert into " + table + " (" + columns + ") select " + columns + " from dump_" + table);
            }
        }
    }

    /** Those that the database does not work out by itself. */
    private static String columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select group_concat('`', column_name, '`')"
                + " from information_schema.columns where table_schema = database() and table_name = ?"
                + " and is_generated = 'NEVER'")) {
            query.setString(1, table);
            ResultSet found = query.executeQuery();
            found.next();
            return found.getString(1);
        }
    }

    private void publish(String title) {
        Publications publications = node.publications();
        PublicationId id = publications.reserve(1).get(0);
        Publication publication = new Publication(
                id, 1, State.PUBLISHED, new DublinCore(SearchHouse.text(title, "en")), null, null, null, AT, AT, AT);
        Event event = new Event(id, 1, Action.CREATED, AT, "ana", null, null, Map.of(), null);
        node.transactions().run(() -> {
            publications.save(List.of(new Publications.Change(publication, event, null)), () -> node.disseminations()
                    .tick(1));
            return null;
        });
    }
}
