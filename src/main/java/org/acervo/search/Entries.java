package org.acervo.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Discoverability;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a publication what the index keeps of it: one document where the public sees the very text that is worked on,
 * otherwise one for the public and one for those who work on it. So nothing that is not public can be found by the public.
 * Thread-safe.
 */
final class Entries {

    private static final int LONGEST_KEY = 100;

    private final Vocabularies vocabularies;
    private final FacetValues facets;

    Entries(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
        this.facets = new FacetValues(vocabularies);
    }

    /**
     * The documents of a publication.
     *
     * @param held its files
     * @param texts what is known of the texts of its files
     * @param today UTC
     * @param run the rebuilding that this belongs to
     */
    List<Document> of(Publication publication, List<HeldFile> held, FileTexts texts, LocalDate today, long run) {
        List<PublicationFile> all = held.stream().map(HeldFile::file).toList();
        List<PublicationFile> open = all.stream()
                .filter(each -> !PublicationFiles.isPending(each) && each.isOpen(today))
                .toList();
        if (publication.state() != State.PUBLISHED) {
            return List.of(entry(publication, publication.working(), all, texts, Fields.WORKING, run));
        }
        if (publication.revision() == null && open.size() == all.size()) {
            return List.of(entry(publication, publication.metadata(), all, texts, Fields.PUBLIC | Fields.WORKING, run));
        }
        return List.of(
                entry(publication, publication.metadata(), open, texts, Fields.PUBLIC, run),
                entry(publication, publication.working(), all, texts, Fields.WORKING, run));
    }

    private Document entry(
            Publication publication,
            DublinCore stated,
            List<PublicationFile> files,
            FileTexts texts,
            int scope,
            long run) {
        DublinCore text = withDefaults(stated);
        Document entry = new Document();
        long id = publication.id().value();
        entry.add(Fields.term(Fields.ID, Long.toString(id)));
        entry.add(new LongField(Fields.ORDER, id, Store.YES));
        entry.add(new NumericDocValuesField(Fields.SCOPE, scope));
        entry.add(new LongField(Fields.RUN, run, Store.NO));
        entry.add(new LongField(Fields.CHANGED, publication.modified().toEpochMilli(), Store.NO));
        String issued = text.value(Element.DATE);
        IssueDay.of(issued).ifPresent(day -> {
            entry.add(new LongField(Fields.DATE, day, Store.NO));
            entry.add(new NumericDocValuesField(Fields.YEAR, day / 10_000));
        });
        facet(entry, publication, text, files, texts, scope);
        words(entry, text);
        files.forEach(each -> files(entry, each, texts, text.value(Element.LANGUAGE)));
        show(entry, publication, text, files.size(), scope);
        return entry;
    }

    private DublinCore withDefaults(DublinCore text) {
        String mission = text.value(Element.MISSION);
        return mission == null
                ? text
                : vocabularies
                        .missions()
                        .find(mission)
                        .map(Mission::defaults)
                        .map(text::withDefaults)
                        .orElse(text);
    }

    private void facet(
            Document entry,
            Publication publication,
            DublinCore text,
            List<PublicationFile> files,
            FileTexts texts,
            int scope) {
        for (Facet facet : Facet.ALL) {
            Collection<String> codes =
                    switch (facet) {
                        case STATE -> states(publication, scope);
                        case HAS_FILE -> Set.of(files.isEmpty() ? "no" : "yes");
                        case TEXT_STATUS -> texts.statuses(files);
                        case LACKS -> lacks(text, files);
                        default -> facets.of(facet, text);
                    };
            if (!codes.isEmpty()) {
                String joined = String.join(Fields.SEPARATOR, new TreeSet<>(codes));
                entry.add(new SortedDocValuesField(Fields.of(facet), new BytesRef(joined)));
            }
        }
    }

    /** Of documents alone: nobody looks for news and campaign material in catalogues. */
    private Collection<String> lacks(DublinCore text, List<PublicationFile> files) {
        String type = text.value(Element.TYPE);
        boolean document = type != null
                && vocabularies
                        .types()
                        .find(type)
                        .filter(PublicationType::isDocument)
                        .isPresent();
        return document
                ? Discoverability.lacking(text, files).stream()
                        .map(Discoverability.Trait::code)
                        .toList()
                : List.of();
    }

    private static Set<String> states(Publication publication, int scope) {
        Set<String> states = new TreeSet<>(Set.of(publication.state().code()));
        Publication.Revision revision = publication.revision();
        if (revision != null && (scope & Fields.WORKING) != 0) {
            states.add("revision-" + revision.state().code());
        }
        return states;
    }

    private void words(Document entry, DublinCore text) {
        text.stream().forEach(each -> words(entry, each));
        for (Facet facet : LabelIndex.FACETS) {
            facets.of(facet, text).stream()
                    .distinct()
                    .forEach(code -> entry.add(Fields.term(Fields.LABELLED, LabelIndex.term(facet, code))));
        }
    }

    private void words(Document entry, Statement each) {
        String value = each.value();
        String lang = each.lang();
        switch (each.element()) {
            case TITLE, ALTERNATIVE -> {
                entry.add(Fields.words(Fields.TEXT, value, lang));
                entry.add(Fields.words(Fields.TITLE, value, lang));
                entry.add(Fields.beginnings(value));
            }
            case DESCRIPTION, BODY, AUDIENCE, TEMPORAL -> entry.add(Fields.words(Fields.TEXT, value, lang));
            case COVERAGE -> place(entry, value, lang);
            case SUBJECT -> both(entry, Fields.SUBJECT, value, lang);
            case CREATOR, CONTRIBUTOR -> both(entry, Fields.AUTHOR, value, lang);
            case PUBLISHER -> both(entry, Fields.PUBLISHER, value, lang);
            case SERIES -> both(entry, Fields.SERIES, value, lang);
            case IDENTIFIER -> {
                entry.add(Fields.words(Fields.TEXT, value, null));
                entry.add(Fields.term(Fields.IDENTIFIER, identifier(value)));
            }
            default -> {}
        }
    }

    /** Countries and regions are found by their labels; what else a place is called stands here only. */
    private void place(Document entry, String value, @Nullable String lang) {
        if (!vocabularies.places().isKnown(value)) {
            entry.add(Fields.words(Fields.TEXT, value, lang));
        } else if (value.indexOf('-') >= 0) {
            entry.add(Fields.words(Fields.TEXT, vocabularies.places().label(value, InterfaceLanguage.ES), lang));
        }
    }

    /** What is found among everything and in a field of its own. */
    private static void both(Document entry, String field, String value, @Nullable String lang) {
        entry.add(Fields.words(Fields.TEXT, value, lang));
        entry.add(Fields.words(field, value, lang));
    }

    /** An identifier as it is compared: without blanks, hyphens and capitals. */
    static String identifier(String value) {
        String bare = value.replaceAll("[\\s\\u2010-\\u2015-]", "").toLowerCase(java.util.Locale.ROOT);
        return bare.length() <= 1_000 ? bare : bare.substring(0, 1_000);
    }

    /** @param stated the language of the publication, for files that have none of their own */
    private static void files(Document entry, PublicationFile file, FileTexts texts, @Nullable String stated) {
        entry.add(Fields.words(Fields.TEXT, file.name().replace('_', ' ').replace('.', ' '), null));
        String description = file.description();
        if (description != null) {
            entry.add(Fields.words(Fields.TEXT, description, file.language()));
        }
        String text = texts.text(file.sha256());
        if (text != null) {
            entry.add(Fields.words(Fields.FILE, text, file.language() == null ? stated : file.language()));
        }
    }

    private static void show(Document entry, Publication publication, DublinCore text, int files, int scope) {
        List<String> card = new ArrayList<>();
        boolean works = (scope & Fields.WORKING) != 0;
        card.add(publication.state().name());
        card.add((works ? publication.workingState() : publication.state()).name());
        card.add(orEmpty(text.value(Element.DATE)));
        card.add(orEmpty(text.value(Element.MISSION)));
        card.add(orEmpty(text.value(Element.TYPE)));
        card.add(String.join(" ", text.values(Element.LANGUAGE)));
        card.add(Integer.toString(files));
        entry.add(new StoredField(Fields.CARD, String.join(Fields.SEPARATOR, card)));
        Titles.put(entry, text.all(Element.TITLE));
        shown(entry, text.all(Element.DESCRIPTION));
        shown(entry, text.all(Element.BODY));
        String title = text.value(Element.TITLE);
        if (title != null) {
            String key = String.join(" ", WordsAnalyzer.split(title.length() > 500 ? title.substring(0, 500) : title));
            String folded = new Words().fold(key);
            entry.add(new KeywordField(
                    Fields.TITLE_KEY,
                    folded.length() > LONGEST_KEY ? folded.substring(0, LONGEST_KEY) : folded,
                    Store.NO));
            entry.add(new NumericDocValuesField(Fields.TITLE_LENGTH, title.length()));
        }
    }

    private static void shown(Document entry, List<Statement> statements) {
        for (Statement each : statements) {
            entry.add(new StoredField(Fields.SHOWN_TEXT, orEmpty(each.lang()) + Fields.SEPARATOR + each.value()));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
