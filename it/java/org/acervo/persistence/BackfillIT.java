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
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.FormerAddress;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Series;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.launcher.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a migration fills in from the records that there were is what saving them would have kept. */
class BackfillIT {

    private static final String SCRIPT = "/db/migration/V22__addresses_and_series.sql";
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
            for (String statement : script().split(";\\s*\\n")) {
                if (!statement.isBlank()) {
                    connection.createStatement().execute(statement);
                }
            }
        }

        assertThat(found()).isEqualTo(expected);
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

    private static String script() throws IOException {
        try (InputStream in = BackfillIT.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
