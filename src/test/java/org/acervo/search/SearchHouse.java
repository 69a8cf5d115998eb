package org.acervo.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Tick;
import org.acervo.files.InMemoryExtractions;
import org.acervo.files.InMemoryFiles;
import org.acervo.platform.ThesaurusFile;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;

/** Publications in memory, and an index that follows them. */
public final class SearchHouse implements AutoCloseable {

    static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));
    static final Thesaurus THESAURUS = ThesaurusFile.read(Path.of("config", "thesaurus.json"));
    static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");

    final InMemoryPublications publications;
    final InMemoryFiles files;
    final InMemoryExtractions extractions;
    final InMemoryIndexMarks marks = new InMemoryIndexMarks();
    final ExecutorService executor = Executors.newFixedThreadPool(2);
    final Path folder;
    final Vocabularies vocabularies;
    final InMemoryCollectionOrder order;
    Clock clock = Clock.systemUTC();
    Indexer indexer;
    Searching searching;
    private long number;

    SearchHouse(Path folder) {
        this(folder, new InMemoryPublications());
    }

    /** An index that follows the publications of another house. */
    public SearchHouse(Path folder, InMemoryPublications publications) {
        this(folder, publications, VOCABULARIES);
    }

    /** The same with vocabularies that staff edit. */
    public SearchHouse(Path folder, InMemoryPublications publications, Vocabularies vocabularies) {
        this.folder = folder;
        this.vocabularies = vocabularies;
        this.publications = publications;
        files = new InMemoryFiles(publications, Clock.systemUTC());
        extractions = new InMemoryExtractions(publications, files);
        order = new InMemoryCollectionOrder(publications);
        open();
    }

    /** As after a start of the server. */
    void open() {
        Clock later = Clock.offset(clock, Duration.ofSeconds(0));
        EntryWriter entries =
                new EntryWriter(publications, files, extractions, order, new Entries(vocabularies), later, executor);
        indexer = new Indexer(
                new IndexFolder(folder, marks, executor, vocabularies::fingerprint), publications, entries, later);
        searching = new Searching(indexer, THESAURUS, vocabularies, new FilePassages(files, extractions));
    }

    /** Looks with other terms from now on. */
    void use(Thesaurus thesaurus) {
        searching = new Searching(indexer, thesaurus, vocabularies, new FilePassages(files, extractions));
    }

    Publication publish(Statement... statements) {
        return publish(List.of(statements));
    }

    Publication publish(List<Statement> statements) {
        Publication draft = draft(statements);
        return save(draft.become(State.PUBLISHED, draft.metadata(), null, AT));
    }

    Publication draft(List<Statement> statements) {
        PublicationId id = publications.reserve(1).get(0);
        DublinCore text = new DublinCore(statements);
        return save(new Publication(id, 1, State.DRAFT, text, null, null, null, AT, AT, null));
    }

    /** Publishes many at once, which is much quicker than one by one. */
    List<PublicationId> publishAll(List<List<Statement>> texts) {
        List<PublicationId> ids = publications.reserve(texts.size());
        List<Publications.Change> changes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            DublinCore text = new DublinCore(texts.get(i));
            changes.add(change(new Publication(ids.get(i), 1, State.PUBLISHED, text, null, null, null, AT, AT, AT)));
        }
        publications.run(() -> {
            publications.save(changes, this::tick);
            return null;
        });
        number += changes.size() - 1;
        return ids;
    }

    Publication save(Publication publication) {
        publications.run(() -> {
            publications.save(List.of(change(publication)), this::tick);
            return null;
        });
        return publication;
    }

    private static Publications.Change change(Publication publication) {
        Event event =
                new Event(publication.id(), publication.version(), Action.SAVED, AT, "ana", null, null, Map.of(), null);
        return new Publications.Change(publication, event, null);
    }

    /** Gives a publication its next number, as a change beside its text does. */
    void touch(Publication publication) {
        publications.run(() -> {
            publications.touch(publication.id(), tick());
            return null;
        });
    }

    void remove(Publication draft) {
        publications.run(() -> {
            publications.remove(draft, tick());
            return null;
        });
    }

    private Tick tick() {
        return new Tick(++number, AT);
    }

    Search search(String text) {
        return Search.all(InterfaceLanguage.EN, Viewer.STAFF).withText(text);
    }

    Found find(String text) {
        return find(search(text));
    }

    /** The places within collections. */
    public CollectionOrder order() {
        return order;
    }

    /** The index itself. */
    public Indexer indexer() {
        return indexer;
    }

    /** The service, which finds everything that there is now. */
    public Searching searching() {
        indexer.look();
        return searching;
    }

    /** The service as it is at a start, before its first look. */
    public Searching catchingUp() {
        return searching;
    }

    Found find(Search search) {
        indexer.look();
        return searching.find(search);
    }

    List<PublicationId> ids(String text) {
        return find(text).hits().stream().map(Hit::id).toList();
    }

    /** A title in a language, and what every publication must have. */
    static List<Statement> text(String title, String lang, Statement... more) {
        List<Statement> all = new ArrayList<>(List.of(
                Statement.of(Element.MISSION, "mexico"),
                Statement.of(Element.TYPE, "report"),
                Statement.of(Element.LANGUAGE, lang),
                Statement.of(Element.TITLE, title, lang)));
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public void close() {
        indexer.close();
        executor.shutdown();
    }
}
