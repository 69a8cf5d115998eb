package org.acervo.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Payload;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.files.InMemoryFiles;
import org.acervo.vocabulary.Vocabularies;

/** One server in memory whose clock the test moves, and what a harvester sees of it. */
final class InMemoryServer {

    private static final int MANY = 100_000;
    private static final String DC = "oai_dc";

    private Instant now = Instant.parse("2022-06-01T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryFiles files = new InMemoryFiles(publications, clock);
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(now);
    private final TestLibrary library = at(TestLibrary.BASE_URL);

    InMemoryPublications publications() {
        return publications;
    }

    InMemoryFiles files() {
        return files;
    }

    Attachments attachments() {
        return library.attachments();
    }

    InMemoryDisseminations disseminations() {
        return disseminations;
    }

    TestLibrary library() {
        return library;
    }

    /** The same server started again with another base URL. */
    TestLibrary at(String baseUrl) {
        return new TestLibrary(
                publications, disseminations, publications, files, clock, baseUrl, TestLibrary.VOCABULARIES);
    }

    /** The same server started again with other vocabularies. */
    TestLibrary with(Vocabularies vocabularies) {
        return new TestLibrary(
                publications, disseminations, publications, files, clock, TestLibrary.BASE_URL, vocabularies);
    }

    Publishing publishing() {
        return library.publishing();
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return now;
    }

    /** A second passes. */
    void pass() {
        now = now.plusSeconds(1);
        disseminations.at(now);
    }

    /** Time passes. */
    void pass(Duration time) {
        now = now.plus(time);
        disseminations.at(now);
    }

    /** The publication as it is now. */
    Publication current(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    int version(PublicationId id) {
        return current(id).version();
    }

    PublicationId draft(DublinCore text) {
        return publishing().create(TestLibrary.CURATOR, text).publication().id();
    }

    PublicationId published(DublinCore text) {
        PublicationId id = draft(text);
        publishing().publish(TestLibrary.CURATOR, id, 1);
        return id;
    }

    Publication save(PublicationId id, DublinCore text) {
        return publishing().save(TestLibrary.CURATOR, id, version(id), text).publication();
    }

    void withdraw(PublicationId id) {
        publishing().withdraw(TestLibrary.CURATOR, id, version(id), "it was wrong", null);
    }

    void reinstate(PublicationId id) {
        publishing().reinstate(TestLibrary.CURATOR, id, version(id), "it was right");
    }

    /** What a harvester is told of a record. */
    DisseminatedRecord record(PublicationId id) {
        return disseminations.find(id, DC).orElseThrow();
    }

    /** The text that a harvester is told of a record. */
    String told(PublicationId id) {
        return new String(record(id).payload().bytes(), StandardCharsets.UTF_8);
    }

    /** The sets in whose lists a record is live, or a tombstone. */
    Set<String> sets(PublicationId id, boolean deleted) {
        Set<String> sets = new TreeSet<>();
        for (SetSpec set : disseminations.sets()) {
            disseminations.select(new Selection(DC, set, null, null), 0, MANY, Payload.Coding.IDENTITY).stream()
                    .filter(record -> record.id().equals(id) && record.deleted() == deleted)
                    .forEach(record -> sets.add(set.value()));
        }
        return sets;
    }

    /** The records whose datestamps move while something is done, a second after all that was done before. */
    Set<PublicationId> movedBy(Runnable deed) {
        Map<PublicationId, Instant> before = datestamps();
        pass();
        deed.run();
        Set<PublicationId> moved = new TreeSet<>();
        datestamps().forEach((id, datestamp) -> {
            if (!datestamp.equals(before.get(id))) {
                moved.add(id);
            }
        });
        return moved;
    }

    private Map<PublicationId, Instant> datestamps() {
        Map<PublicationId, Instant> datestamps = new HashMap<>();
        disseminations
                .select(new Selection(DC, null, null, null), 0, MANY, Payload.Coding.IDENTITY)
                .forEach(record -> datestamps.put(record.id(), record.datestamp()));
        return datestamps;
    }
}
