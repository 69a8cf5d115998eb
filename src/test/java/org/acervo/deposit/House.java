package org.acervo.deposit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.access.Vault;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.files.InMemoryFiles;
import org.acervo.format.DublinCoreXml;
import org.acervo.format.MetadataFormats;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.TestLibrary;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** The deposit interface of one server in memory, without HTTP. In the JSON of tests a single quote is a double one. */
final class House {

    static final Caller MEXICO =
            new Caller("token:mexico", "mexico", EnumSet.of(Right.READ, Right.DEPOSIT), Set.of("belize"));
    static final Caller HAITI =
            new Caller("token:haiti", "haiti", EnumSet.of(Right.READ, Right.DEPOSIT, Right.PUBLISH), Set.of());
    static final Caller READER = new Caller("token:reader", "mexico", EnumSet.of(Right.READ), Set.of());
    static final Caller CURATOR = new Caller("curator", null, EnumSet.allOf(Right.class), Set.of());

    static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    final InMemoryPublications publications;
    final InMemoryReceipts receipts;
    final Publishing publishing;
    final Repository repository;
    final Deposits deposits;
    final Records records;

    private final Caller caller;
    private final boolean dryRun;
    private final @Nullable String key;
    private final @Nullable String ifMatch;
    private String answer = MediaTypes.JSON;

    House() {
        publications = new InMemoryPublications();
        receipts = new InMemoryReceipts(publications);
        TestLibrary library = new TestLibrary(
                publications,
                new InMemoryDisseminations(NOON.instant()),
                publications,
                new InMemoryFiles(publications, NOON),
                NOON,
                "https://library.example.org",
                VOCABULARIES);
        publishing = library.publishing();
        repository = library.repository();
        RecordJson json = new RecordJson(library.repository(), new InMemoryFiles(publications, NOON));
        Documents documents = new Documents(
                new DublinCoreXml(library.repository(), VOCABULARIES),
                new MetadataFormats(library.repository(), VOCABULARIES),
                publishing,
                VOCABULARIES);
        deposits = new Deposits(
                publishing,
                publications,
                VOCABULARIES,
                new OnceOnly(publications, receipts, new Vault(() -> new byte[Vault.KEY_BYTES]), NOON),
                json,
                documents);
        records = new Records(publishing, publications, VOCABULARIES, json);
        caller = MEXICO;
        dryRun = false;
        key = null;
        ifMatch = "*";
    }

    private House(House other, Caller caller, boolean dryRun, @Nullable String key, @Nullable String ifMatch) {
        publications = other.publications;
        receipts = other.receipts;
        publishing = other.publishing;
        repository = other.repository;
        deposits = other.deposits;
        records = other.records;
        this.caller = caller;
        this.dryRun = dryRun;
        this.key = key;
        this.ifMatch = ifMatch;
    }

    /** The same server asked for publications in another form. */
    House accepting(String type) {
        House other = as(caller);
        other.answer = type;
        return other;
    }

    House as(Caller other) {
        return new House(this, other, dryRun, key, ifMatch);
    }

    House dry() {
        return new House(this, caller, true, key, ifMatch);
    }

    House key(String other) {
        return new House(this, caller, dryRun, other, ifMatch);
    }

    House ifMatch(@Nullable String other) {
        return new House(this, caller, dryRun, key, other);
    }

    Asked asked(String method, String path, String type, byte[] body) {
        return new Asked(
                caller, method, path, ifMatch, key, dryRun, InterfaceLanguage.EN, answer, new Asked.Body(type, body));
    }

    private Asked json(String method, String path, String json) {
        return asked(
                method,
                path,
                json.isEmpty() ? "" : MediaTypes.JSON,
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    Reply create(String json) {
        return deposits.create(json("POST", "/", json));
    }

    Reply createXml(String xml) {
        return deposits.create(asked("POST", "/", MediaTypes.XML, xml.getBytes(StandardCharsets.UTF_8)));
    }

    Reply save(String id, String json) {
        return deposits.save(json("PUT", "/" + id, json), id);
    }

    Reply saveXml(String id, String xml) {
        return deposits.save(asked("PUT", "/" + id, MediaTypes.XML, xml.getBytes(StandardCharsets.UTF_8)), id);
    }

    Reply patch(String id, String json) {
        return deposits.patch(json("PATCH", "/" + id, json), id);
    }

    Reply delete(String id) {
        return deposits.delete(json("DELETE", "/" + id, ""), id);
    }

    Reply derive(String id, org.acervo.publishing.Derivation derivation, String json) {
        return deposits.derive(json("POST", "/" + id, json), id, derivation);
    }

    Reply publish(String id) {
        return deposits.step(
                json("POST", "/" + id + "/publish", ""),
                id,
                (actor, current, version) -> publishing.publish(actor, current.id(), version));
    }

    Reply submit(String id) {
        return deposits.step(
                json("POST", "/" + id + "/submit", ""),
                id,
                (actor, current, version) -> publishing.submit(actor, current.id(), version));
    }

    Reply giveUp(String id) {
        return deposits.step(
                json("DELETE", "/" + id + "/revision", ""),
                id,
                (actor, current, version) -> publishing.giveUp(actor, current.id(), version));
    }

    /** The id of what a reply is about. */
    static String id(Reply reply) {
        return reply.about().toString();
    }

    static JsonObject body(Reply reply) {
        try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
            return reader.readObject();
        }
    }

    static PublicationId parse(String id) {
        return PublicationId.parse(id).orElseThrow();
    }
}
