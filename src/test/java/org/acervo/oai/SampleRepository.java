package org.acervo.oai;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;

/** A repository in memory that tests fill with records and ask by OAI-PMH. */
public final class SampleRepository {

    public static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
    public static final FormatDescription OAI_DC = new FormatDescription(
            "oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/");
    public static final FormatDescription OTHER =
            new FormatDescription("other", "https://library.example.org/other.xsd", "urn:other");
    public static final SetSpec MEXICO = SetSpec.Family.MISSION.member("mexico");
    public static final SetSpec GONE = SetSpec.Family.THEME.member("gone");

    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(NOON);
    private final Repository repository = new Repository(
            "https://library.example.org",
            "library.example.org",
            "Library & Archive",
            "admin@library.example.org",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            List.of("https://friend.example.org/oai"));
    private final boolean setTombstones;

    public SampleRepository() {
        this(false);
    }

    public SampleRepository(boolean setTombstones) {
        this.setTombstones = setTombstones;
        disseminations.mint(List.of(
                SetSpec.Family.MISSION.set(),
                MEXICO,
                GONE,
                SetSpec.Family.LANGUAGE.member("pt-BR"),
                SetSpec.Family.COUNTRY.member("MX"),
                SetSpec.Family.TYPE.member("study"),
                SetSpec.Family.THEME.member("migration-data"),
                SetSpec.Family.COLLECTION.member("mobility-tracking")));
    }

    public InMemoryDisseminations disseminations() {
        return disseminations;
    }

    public Repository repository() {
        return repository;
    }

    public Sets sets() {
        Labels tracking = new Labels("Mobility tracking", "Seguimiento", "Suivi", "Acompanhamento");
        return new Sets(
                disseminations,
                SampleRepository::vocabularies,
                () -> List.of(new Collection("mobility-tracking", tracking, Labels.same(""), 1)),
                setTombstones);
    }

    /** A provider as another process would start it over the same records. */
    public OaiProvider provider(int pageSize) {
        return provider(pageSize, new TokenKey(new byte[32]));
    }

    public OaiProvider provider(int pageSize, TokenKey key) {
        return new OaiProvider(
                disseminations,
                repository,
                () -> List.of(OAI_DC, OTHER),
                sets(),
                key,
                new OaiSettings(pageSize, setTombstones));
    }

    /** Publishes live records under consecutive ids, all at the present time of the clock. */
    public void publish(long firstId, int count, SetSpec... sets) {
        for (long id = firstId; id < firstId + count; id++) {
            put(id, false, sets);
        }
    }

    public void withdraw(long id, SetSpec... sets) {
        put(id, true, sets);
    }

    private void put(long id, boolean deleted, SetSpec... sets) {
        List<SetSpec> in = List.of(sets);
        byte[] header = Fragments.header(in);
        byte[] record =
                deleted ? header : Fragments.record(header, metadata("Título & " + id), Fragments.about(repository));
        Map<String, Payload> payloads =
                new HashMap<>(Map.of(Dissemination.HEADER, Payload.of(header), OAI_DC.prefix(), Payload.of(record)));
        put(new Dissemination(new PublicationId(id), deleted, in, payloads, 1));
    }

    /** Keeps a record whose payloads the test has made. */
    public void put(Dissemination dissemination) {
        disseminations.put(List.of(dissemination), () -> disseminations.tick(1));
    }

    public static byte[] metadata(String title) {
        return new XmlWriter()
                .start("oai_dc:dc")
                .attribute("xmlns:oai_dc", OAI_DC.namespace())
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", OAI_DC.namespace() + " " + OAI_DC.schema())
                .element("dc:title", title, "es")
                .element("dc:title", "Title", "en")
                .element("dc:description", "á".repeat(300), "es")
                .end()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Arguments as pairs of name and value; a name may come again. */
    public static Map<String, List<String>> arguments(String... pairs) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
        }
        return arguments;
    }

    private static Vocabularies vocabularies() {
        return new Vocabularies(
                List.of(new Mission(
                        "mexico",
                        new Labels("Mexico", "México", "Mexique", "México"),
                        List.of("MX"),
                        Mission.Defaults.NONE,
                        false)),
                List.of(new ThematicArea(
                        "migration-data",
                        new Labels("Migration data", "Datos", "Données", "Dados"),
                        new Labels("Figures.", "Cifras.", "Chiffres.", "Números."))),
                List.of(new PublicationType(
                        "study", new Labels("Study", "Estudio", "Étude", "Estudo"), "Text", "urn:x", "study")),
                List.of(),
                List.of(),
                new Languages(Map.of()),
                new Places(Map.of()));
    }
}
