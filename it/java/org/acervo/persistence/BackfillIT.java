package org.acervo.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.FormerAddress;
import org.acervo.catalog.Payload;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Selection;
import org.acervo.catalog.Series;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.launcher.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a migration fills in from the records that there were is what saving them would have kept. */
class BackfillIT {

    private static final String ADDRESSES_AND_SERIES = "/db/migration/V22__addresses_and_series.sql";
    private static final String CODINGS = "/db/migration/V33__dissemination_by_coding.sql";
    private static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");
    private static final List<String> ADDRESSES = List.of(
            "https://Old.Example.org/Node/1/?a=b#fragment",
            "http://old.example.org:8080/biblioteca/ñandú/",
            "//old.example.org/x?y=/",
            "https://old.example.org/",
            "https://old.example.org");

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void addressesAndSeriesOfExistingRecordsAreFound() throws SQLException, IOException {
        publish(State.PUBLISHED, series("Línea de base de movilidad", "Ronda 10"), series("Números & figuras", null));
        publish(State.PUBLISHED, series("línea DE base — de movilidad!", "2 (segunda)"));
        publish(State.PUBLISHED, series("x".repeat(300), "3"), series("!!!", "4"));
        publish(State.DRAFT, series("Línea de base de movilidad", "1"));
        ADDRESSES.forEach(each -> publish(State.PUBLISHED, Statement.of(Element.FORMER_URL, each)));
        Map<String, Object> expected = found();
        assertThat(expected).hasSizeGreaterThan(6);

        try (Connection connection = node.connection()) {
            connection.createStatement().execute("drop table former_address, series");
            run(ADDRESSES_AND_SERIES, connection);
        }

        assertThat(found()).isEqualTo(expected);
    }

    /** As they were kept before: one row each, with the plain bytes beside the compressed ones, where there are any. */
    @Test
    void harvestersGetTheSameBytesInEitherCodingAsBefore() throws SQLException, IOException {
        put(1, false, Payload.inBothCodings("Retorno voluntario. ".repeat(90).getBytes(StandardCharsets.UTF_8)));
        put(2, true, Payload.of("<setSpec>mission:mexico</setSpec>".getBytes(StandardCharsets.UTF_8)));
        put(3, false, Payload.of("Old and compressed only. ".repeat(90).getBytes(StandardCharsets.UTF_8)));
        List<DisseminatedRecord> expected = harvested(Payload.Coding.IDENTITY, "oai_dc");
        assertThat(expected).hasSize(3);

        try (Connection connection = node.connection()) {
            connection.createStatement().execute("alter table dissemination remove partitioning");
            connection.createStatement().execute("""
                    update dissemination a join dissemination b on b.format = a.format and b.number = a.number and b.coding = 1
                    set a.plain = b.plain where a.coding = 0""");
            connection.createStatement().execute("delete from dissemination where coding = 1");
            connection
                    .createStatement()
                    .execute(
                            "alter table dissemination drop column coding, drop primary key, add primary key (format, number)");
            connection.createStatement().execute("""
                    alter table dissemination add column coding tinyint not null default 0 after format,
                    drop primary key, add primary key (format, coding, number)"""); // and then it was interrupted
            run(CODINGS, connection);
            run(CODINGS, connection);
        }

        for (String prefix : List.of("oai_dc", "mods")) {
            for (Payload.Coding coding : Payload.Coding.values()) {
                assertThat(harvested(coding, prefix)).isEqualTo(expected);
            }
        }
        assertThat(node.disseminations().find(new PublicationId(1), "oai_dc")).contains(expected.get(0));
        put(1, false, Payload.of("Now for something else".getBytes(StandardCharsets.UTF_8)));
        assertThat(harvested(Payload.Coding.IDENTITY, "oai_dc"))
                .hasSize(3)
                .isEqualTo(harvested(Payload.Coding.DEFLATE, "mods"));
    }

    private List<DisseminatedRecord> harvested(Payload.Coding coding, String prefix) {
        return node.disseminations().select(new Selection(prefix, null, null, null), 0, 10, coding);
    }

    private void put(long id, boolean deleted, Payload payload) {
        Dissemination dissemination = new Dissemination(
                new PublicationId(id), deleted, List.of(), Map.of("oai_dc", payload, "mods", payload), 7);
        node.transactions().run(() -> {
            node.disseminations()
                    .put(List.of(dissemination), () -> node.disseminations().tick(1));
            return null;
        });
    }

    private Map<String, Object> found() {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Series each : node.publications().series(100)) {
            found.put(
                    each.slug(),
                    List.of(each.publications(), node.publications().inSeries(each.slug())));
        }
        for (String address : ADDRESSES) {
            FormerAddress.keys(address)
                    .forEach(key -> found.put(key, node.publications().formerlyAt(key)));
        }
        return found;
    }

    private static Statement series(String name, @Nullable String number) {
        return new Statement(Element.SERIES, name, null, number == null ? Map.of() : Map.of(Qualifier.NUMBER, number));
    }

    private void publish(State state, Statement... more) {
        List<Statement> text = new ArrayList<>(List.of(Statement.of(Element.TITLE, "Title", "en")));
        text.addAll(List.of(more));
        Publications publications = node.publications();
        PublicationId id = publications.reserve(1).get(0);
        Publication publication = new Publication(id, 1, state, new DublinCore(text), null, null, null, AT, AT, AT);
        Event event = new Event(id, 1, Action.CREATED, AT, "ana", null, null, Map.of(), null);
        node.transactions().run(() -> {
            publications.save(List.of(new Publications.Change(publication, event, null)), () -> node.disseminations()
                    .tick(1));
            return null;
        });
    }

    private static void run(String script, Connection connection) throws IOException, SQLException {
        try (InputStream in = BackfillIT.class.getResourceAsStream(script)) {
            for (String statement : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) {
                if (!statement.isBlank()) {
                    connection.createStatement().execute(statement);
                }
            }
        }
    }
}
