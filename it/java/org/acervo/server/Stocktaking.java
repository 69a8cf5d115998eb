package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.OcflRepositoryBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what clients were told with what is there, in every place where it must be, and looks for halves. */
final class Stocktaking {

    /** Kept, so that what it is told is not lost. */
    private static final Logger OCFL_LOG = Logger.getLogger("io.ocfl");

    private static final Duration PRESERVED = Duration.ofMinutes(3);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(30);
    private static final Pattern TOTAL = Pattern.compile("<b>([\\d,]+) publications?</b>");

    /** What must have no row, by what it would mean. */
    private static final Map<String, String> HALVES = Map.ofEntries(
            Map.entry("a key of a mission that two publications have", """
                    select source_id from publication where source_id is not null
                    group by mission, source_id having count(*) > 1"""),
            Map.entry("a public publication that harvesters are not told of", """
                    select p.id from publication p left join record r on r.publication = p.id
                    where p.state in ('published', 'withdrawn') and r.publication is null"""),
            Map.entry("a record without a public publication", """
                    select r.publication from record r left join publication p on p.id = r.publication
                    where p.state is null or p.state not in ('published', 'withdrawn')"""),
            Map.entry("a record without a payload in one of the formats", """
                    select r.publication, f.prefix from record r join oai_format f
                    left join dissemination d on d.format = f.id and d.number = r.number where d.number is null"""),
            Map.entry("a payload of no record", """
                    select d.publication, d.number from dissemination d left join record r
                    on r.number = d.number and r.publication = d.publication where r.number is null"""),
            Map.entry("a membership of no record", """
                    select m.number from membership m left join record r on r.number = m.number where r.number is null"""),
            Map.entry("a version without its event, or the other way round", """
                    select p.id from publication p left join event e on e.publication = p.id and e.place = 0
                    group by p.id, p.version having max(e.version) <> p.version or count(e.version) <> p.version"""),
            Map.entry("a change after the last number", """
                    select p.id from publication p, clock c where p.number > c.number"""),
            Map.entry("a file of no publication", """
                    select f.name from file f left join publication p on p.id = f.publication where p.id is null"""),
            Map.entry("a file whose content is only staged", """
                    select f.publication, f.name from file f where f.location is null"""),
            Map.entry("a receipt without its answer", """
                    select idempotency_key from receipt where status is null"""),
            Map.entry("a job that has not ended", """
                    select id from bulk_job where state in ('waiting', 'running')"""),
            Map.entry("a row of no job", """
                    select r.job from bulk_row r left join bulk_job j on j.id = r.job where j.id is null"""));

    private final Path data;
    private final PatientClient client;
    private final Ledger ledger;

    Stocktaking(Path data, PatientClient client, Ledger ledger) {
        this.data = data;
        this.client = client;
        this.ledger = ledger;
    }

    /**
     * Takes stock.
     *
     * @param base the address of the server, at which nobody works any more
     */
    void take(String base, Connection database) throws Exception {
        Until.holds("all is preserved", PRESERVED, () -> rows(database, "select number from preservation")
                .isEmpty());
        for (Map.Entry<String, String> half : HALVES.entrySet()) {
            assertThat(rows(database, half.getValue())).as(half.getKey()).isEmpty();
        }
        Map<String, String> ids = ids(database);
        assertKnown(ids);
        Map<String, String> harvest = harvest(base);
        for (Map.Entry<String, Ledger.Entry> each : ledger.entries().entrySet()) {
            assertThere(each.getKey(), each.getValue(), ids.get(each.getKey()), harvest);
        }
        assertThat(harvest).hasSameSizeAs(rows(database, "select publication from record"));
        assertFound(base, database);
        assertContents(database);
        assertObjectsAreValid();
    }

    /** The index, which was killed with the server, has caught up with all that is public. */
    private void assertFound(String base, Connection database) {
        Until.holds("the index has everything", CAUGHT_UP, () -> {
            String page = new String(client.get(base + "/search?lang=en").body(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(page);
            return total.find()
                    && Integer.parseInt(total.group(1).replace(",", ""))
                            == rows(database, "select id from publication where state = 'published'")
                                    .size();
        });
    }

    /** Of the mission whose programs they are, nothing is there that they have not sent. */
    private void assertKnown(Map<String, String> ids) {
        Set<String> known = new TreeSet<>(ledger.abandoned());
        known.addAll(ledger.entries().keySet());
        assertThat(known).containsAll(ids.keySet());
        assertThat(ids.keySet()).containsAll(ledger.unsettled());
    }

    private void assertThere(String sourceId, Ledger.Entry entry, String id, Map<String, String> harvest) {
        if (entry.state().equals(Ledger.DELETED)) {
            assertThat(id).as(sourceId).isNull();
            return;
        }
        assertThat(id).as(sourceId).isNotNull();
        JsonObject record = PatientClient.object(client.get("/api/v1/publications/" + id));
        assertThat(record.getString("state")).as(sourceId).isEqualTo(entry.state());
        assertThat(record.get("title").toString()).as(sourceId).contains("\"" + entry.title() + "\"");
        Map<String, String> files = new TreeMap<>();
        for (JsonObject file : record.getJsonArray("files").getValuesAs(JsonObject.class)) {
            files.put(file.getString("name"), file.getString("sha256"));
        }
        assertThat(files).as(sourceId).isEqualTo(entry.files());
        files.forEach((name, sha256) -> assertThat(
                        BusyDepositor.sha256(client.get("/api/v1/publications/" + id + "/files/" + name)
                                .body()))
                .as(sourceId + " " + name)
                .isEqualTo(sha256));
        String told = harvest.get("oai:acervo.localhost:" + id);
        if (!entry.isPublic()) {
            assertThat(told).as(sourceId).isNull();
        } else if (entry.state().equals("withdrawn")) {
            assertThat(told).as(sourceId).contains("status=\"deleted\"");
        } else {
            assertThat(told).as(sourceId).contains(entry.title());
        }
    }

    private static Map<String, String> harvest(String base) throws IOException, InterruptedException {
        HttpHarvester harvester = new HttpHarvester(base, "stocktaking");
        harvester.harvest();
        return harvester.copy();
    }

    /** The id of each publication that programs have made, by its mission's key. */
    private static Map<String, String> ids(Connection database) throws SQLException {
        return rows(database, """
                        select source_id, id from publication p where mission = 'mexico' and not exists
                        (select 1 from event e where e.publication = p.id and e.action = 'imported')""").stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** What lies where the database says is what it says. */
    private void assertContents(Connection database) throws SQLException, IOException {
        Path root = data.resolve("files").resolve("ocfl");
        for (String row : rows(database, "select sha256, location from file")) {
            String[] columns = row.split(" ", 2);
            assertThat(BusyDepositor.sha256(Files.readAllBytes(root.resolve(columns[1]))))
                    .as(columns[1])
                    .isEqualTo(columns[0]);
        }
    }

    private void assertObjectsAreValid() throws IOException {
        OCFL_LOG.setLevel(Level.WARNING);
        Path work = Files.createTempDirectory(data, "validation");
        OcflRepository repository = new OcflRepositoryBuilder()
                .storage(storage -> storage.fileSystem(data.resolve("files").resolve("ocfl")))
                .workDir(work)
                .build();
        try (Stream<String> objects = repository.listObjectIds()) {
            for (String id : (Iterable<String>) objects::iterator) {
                ValidationResults found = repository.validateObject(id, true);
                assertThat(found.getErrors()).as(id).isEmpty();
            }
        } finally {
            repository.close();
        }
    }

    private static List<String> rows(Connection database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : " ").append(found.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
