package org.acervo.publishing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.InMemoryMemory;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rules;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Transactions;
import org.acervo.files.InMemoryFiles;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;
import org.acervo.format.Citations;
import org.acervo.format.MetadataFormats;
import org.acervo.oai.OaiProvider;
import org.acervo.oai.OaiSettings;
import org.acervo.oai.Sets;
import org.acervo.oai.TokenKey;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.Vocabularies;

/** The services of one server over given adapters, with the vocabularies of the configuration folder. */
public final class TestLibrary {

    public static final Actor CURATOR = new Actor("curator", null, true);
    public static final Actor OFFICER = new Actor("officer", null, false);

    /** The bytes that Belize may store; the others have no limit. */
    static final long SMALL_QUOTA = 1_000;
    /** What is on its way for every mission. */
    static final long COMING = 100;

    static final String BASE_URL = "https://library.example.org";
    static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));

    private final Disseminations disseminations;
    private final Repository repository;
    private final MetadataFormats formats;
    private final List<Event> witnessed = new ArrayList<>();
    private final Publishing publishing;
    private final Attachments attachments;
    private final Openings openings;
    private final Importer importer;
    private final Rerendering rerendering;
    private final Erasings erasings;
    private final Export export;
    private final CsvChanges csvChanges;
    private final Preservations preservations;

    private interface Erasings {
        Erasing with(AuditTrail trail, List<Remains> remains, Traces traces);
    }

    /** One without files. */
    public TestLibrary(
            Publications publications, Disseminations disseminations, Transactions transactions, Clock clock) {
        this(publications, disseminations, transactions, none(clock), clock, BASE_URL, VOCABULARIES);
    }

    private static InMemoryFiles none(Clock clock) {
        return new InMemoryFiles(new InMemoryPublications(), clock);
    }

    /** @param files the adapter of both ports for files */
    public <F extends PublicationFiles & Preservations> TestLibrary(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            F files,
            Clock clock,
            String baseUrl,
            Vocabularies vocabularies) {
        this(
                publications,
                disseminations,
                transactions,
                files,
                new Erased(new InMemoryErasures(), new InMemoryMemory()),
                clock,
                baseUrl,
                vocabularies);
    }

    /** Where it is known what was erased. */
    public record Erased(Erasures erasures, Memory memory) {}

    /**
     * @param files the adapter of both ports for files
     * @param erased the adapters of what erasures need
     */
    public <F extends PublicationFiles & Preservations> TestLibrary(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            F files,
            Erased erased,
            Clock clock,
            String baseUrl,
            Vocabularies vocabularies) {
        this.disseminations = disseminations;
        this.preservations = files;
        repository = new Repository(
                baseUrl,
                "library.example.org",
                "Library",
                "admin@library.example.org",
                "https://creativecommons.org/publicdomain/zero/1.0/",
                List.of());
        formats = new MetadataFormats(repository, vocabularies);
        Renderer renderer = new Renderer(repository, vocabularies, formats, vocabularies::fingerprint);
        Holdings holdings = new Holdings(files, files, repository, clock);
        Changes changes = new Changes(publications, disseminations, transactions, renderer, holdings, this::saw);
        ErasedKeys keys = new ErasedKeys(erased.erasures(), erased.memory());
        Checker checker = new Checker(
                vocabularies,
                new Rules(vocabularies, () -> Set.of("news", "library")),
                holdings::hasAny,
                new Sayings(publications),
                keys::has);
        erasings = (trail, remains, traces) -> new Erasing(
                new Erasing.House(
                        publications,
                        disseminations,
                        holdings,
                        erased.erasures(),
                        transactions,
                        trail,
                        remains,
                        traces,
                        clock),
                changes,
                renderer,
                new Neutral(vocabularies),
                keys);
        publishing = new Publishing(publications, changes, checker, holdings, clock);
        BesideChanges beside =
                new BesideChanges(publications, disseminations, transactions, changes, holdings, this::saw, clock);
        openings = new Openings(holdings, beside);
        attachments = new Attachments(
                publications, files, beside, holdings, allowance(files), vocabularies.languages(), clock);
        export = new Export(publications, changes, renderer, new Citations(repository, vocabularies), formats);
        csvChanges = new CsvChanges(publications, publishing, transactions);
        importer = new Importer(
                publications, disseminations, transactions, renderer, changes, checker, clock, Runnable::run);
        rerendering = new Rerendering(publications, disseminations, transactions, renderer, changes);
    }

    private static Allowance allowance(PublicationFiles files) {
        return new Allowance(
                mission -> mission.equals("belize") ? OptionalLong.of(SMALL_QUOTA) : OptionalLong.empty(),
                files,
                mission -> COMING);
    }

    private void saw(Publication after, Event step) {
        witnessed.add(step);
    }

    /** The steps that a witness has seen; some of them may have been lost. */
    List<Event> witnessed() {
        return witnessed;
    }

    public Publishing publishing() {
        return publishing;
    }

    public Attachments attachments() {
        return attachments;
    }

    public Export export() {
        return export;
    }

    public CsvChanges csvChanges() {
        return csvChanges;
    }

    public Openings openings() {
        return openings;
    }

    public Importer importer() {
        return importer;
    }

    public Rerendering rerendering() {
        return rerendering;
    }

    /** Changes of many publications, in memory. */
    public BulkChanging bulkChanging(InMemoryPublications publications, AuditTrail trail, Clock clock) {
        return new BulkChanging(
                new InMemoryBulkChanges(publications), publications, publishing, publications, trail, clock);
    }

    OfferedFormats offeredFormats(Memory memory) {
        return new OfferedFormats(formats, rerendering, memory);
    }

    /** Has all of a publication's files preserved, or destroyed. */
    public void preserved(PublicationId id) {
        preservations.done(id, Long.MAX_VALUE, Map.of());
    }

    public Erasing erasing(AuditTrail trail, List<Remains> remains, Traces traces) {
        return erasings.with(trail, remains, traces);
    }

    public Repository repository() {
        return repository;
    }

    /** The provider with pages of so many records. */
    public OaiProvider provider(int pageSize) {
        return new OaiProvider(
                disseminations,
                repository,
                formats::descriptions,
                new Sets(disseminations, () -> VOCABULARIES, List::of, true),
                new TokenKey(new byte[32]),
                new OaiSettings(pageSize, true));
    }

    /** A report of Mexico that may be published. */
    public static DublinCore report(String sourceId, String title) {
        return report(sourceId, title, "mexico", "migration-data");
    }

    public static DublinCore report(String sourceId, String title, String mission, String... themes) {
        List<Statement> statements = new ArrayList<>(List.of(
                Statement.of(Element.SOURCE_ID, sourceId),
                Statement.of(Element.MISSION, mission),
                Statement.of(Element.TYPE, "report"),
                Statement.of(Element.TITLE, title, "en"),
                Statement.of(Element.DESCRIPTION, "What " + title + " says", "en"),
                Statement.of(Element.DATE, "2021-02"),
                Statement.of(Element.LANGUAGE, "en"),
                Statement.of(Element.RIGHTS, "https://creativecommons.org/licenses/by-nc-nd/3.0/igo/"),
                Statement.of(Element.ACCESS, "metadata-only")));
        for (String theme : themes) {
            statements.add(Statement.of(Element.THEME, theme));
        }
        return new DublinCore(statements);
    }

    /** The same with a relation to each target. */
    public static DublinCore relating(DublinCore text, String type, String... targets) {
        return text.with(
                Element.RELATION,
                List.of(targets).stream()
                        .map(target -> new Statement(Element.RELATION, target, null, Map.of(Qualifier.TYPE, type)))
                        .collect(Collectors.toList()));
    }
}
