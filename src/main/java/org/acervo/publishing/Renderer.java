package org.acervo.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Access;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.Payload;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Relation;
import org.acervo.catalog.Repository;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.State;
import org.acervo.catalog.XmlWriter;
import org.acervo.format.MetadataFormat;
import org.acervo.format.MetadataFormats;
import org.acervo.oai.Fragments;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Renders what the world is told of a publication, in every format. Thread-safe. */
public final class Renderer {

    /** A landing page as people copy it: in some language, at some place. */
    private static final Pattern PAGE = Pattern.compile("([1-9][0-9]*)/?(?:[?#].*)?");

    private final Repository repository;
    private final Vocabularies vocabularies;
    private final MetadataFormats formats;
    private final Supplier<String> vocabularyFingerprint;
    private volatile Known known;
    private final byte[] about;

    /** The fingerprint while the vocabularies have theirs. */
    private record Known(String vocabularies, long fingerprint) {}

    /** @param vocabularyFingerprint gives another text after every change of a label that is rendered */
    public Renderer(
            Repository repository,
            Vocabularies vocabularies,
            MetadataFormats formats,
            Supplier<String> vocabularyFingerprint) {
        this.repository = repository;
        this.vocabularies = vocabularies;
        this.formats = formats;
        this.about = Fragments.about(repository);
        this.vocabularyFingerprint = vocabularyFingerprint;
        String now = vocabularyFingerprint.get();
        this.known = new Known(now, Fingerprint.of(repository, formats, now));
    }

    /** Of all that payloads depend on beside the publication itself: formats, base URL, identifier, licence, labels. */
    public long fingerprint() {
        Known last = known;
        String now = vocabularyFingerprint.get();
        if (!last.vocabularies().equals(now)) {
            last = new Known(now, Fingerprint.of(repository, formats, now));
            known = last;
        }
        return last.fingerprint();
    }

    /** The prefixes of all payloads, that of the header included. */
    public List<String> prefixes() {
        List<String> prefixes = new ArrayList<>(List.of(Dissemination.HEADER));
        formats.all().forEach(format -> prefixes.add(format.description().prefix()));
        return prefixes;
    }

    /** The sets that the public text and the files put a publication into. */
    private List<SetSpec> sets(Item item) {
        List<SetSpec> sets = new ArrayList<>(SetSpec.of(
                item.metadata(),
                place -> vocabularies.places().isKnown(place)
                        ? vocabularies.places().country(place)
                        : Optional.empty()));
        if (isReadableDocument(item)) {
            sets.add(SetSpec.Family.OPENAIRE.set());
        }
        return sets;
    }

    /** Whether it is a document whose text the public finds here, or where a link leads. */
    private boolean isReadableDocument(Item item) {
        String type = item.metadata().value(Element.TYPE);
        return type != null
                && vocabularies
                        .types()
                        .find(type)
                        .filter(PublicationType::isDocument)
                        .isPresent()
                && (item.files().stream().anyMatch(Item.File::isOpen)
                        || !item.metadata().all(Element.LINK).isEmpty());
    }

    /** The text with the mission's defaults where it says nothing. */
    public DublinCore effective(DublinCore metadata) {
        String code = metadata.value(Element.MISSION);
        return code == null
                ? metadata
                : vocabularies
                        .missions()
                        .find(code)
                        .map(mission -> metadata.withDefaults(mission.defaults()))
                        .orElse(metadata);
    }

    /** What a relation's target means here: the id for the address of one of our own landing pages, else itself. */
    String localTarget(String target) {
        String pages = repository.baseUrl() + "/publications/";
        Matcher page = PAGE.matcher(target.startsWith(pages) ? target.substring(pages.length()) : "");
        return page.matches() ? page.group(1) : target;
    }

    /**
     * Renders a public publication.
     *
     * @param surroundings the relations that it states and that lead to it, and the states at their other ends
     * @param told of a withdrawn one what the world was told last, or null where that is nothing: a tombstone stays in the
     *     sets that the record was in, so that whoever harvests one of them hears of it
     */
    Dissemination render(Publication publication, Surroundings surroundings, @Nullable Dissemination told) {
        long fingerprint = fingerprint(); // before: what changes meanwhile is rendered again
        Item item = item(publication, surroundings);
        boolean deleted = publication.state() == State.WITHDRAWN;
        List<SetSpec> sets = deleted && told != null ? told.sets() : sets(item);
        byte[] headerBytes = Fragments.header(sets);
        Payload header = Payload.of(headerBytes);
        Map<String, Payload> payloads = new HashMap<>();
        payloads.put(Dissemination.HEADER, header);
        for (MetadataFormat format : formats.all()) {
            payloads.put(format.description().prefix(), deleted ? header : record(format, item, headerBytes));
        }
        return new Dissemination(publication.id(), deleted, sets, payloads, fingerprint);
    }

    /** The public text of a publication, with its relations, as formats render it. */
    Item item(Publication publication, Surroundings surroundings) {
        DublinCore metadata = effective(publication.metadata());
        return new Item(
                publication.id(),
                metadata,
                links(publication.id(), surroundings),
                files(publication.id(), metadata, surroundings),
                day(publication.published()));
    }

    private Payload record(MetadataFormat format, Item item, byte[] header) {
        XmlWriter xml = new XmlWriter();
        format.write(item, xml);
        byte[] record = Fragments.record(header, xml.toBytes(), about);
        return format.description().prefix().equals(Dissemination.MOST_HARVESTED)
                ? Payload.inBothCodings(record)
                : Payload.of(record);
    }

    private List<Item.Link> links(PublicationId id, Surroundings surroundings) {
        List<Item.Link> links = new ArrayList<>();
        for (Relation relation : surroundings.statedBy(id)) {
            PublicationId target = relation.resolved();
            if (target == null && Surroundings.isUrl(relation.target())) {
                links.add(new Item.Link(relation.type(), relation.target()));
            } else if (target != null && surroundings.isPublished(target)) {
                links.add(new Item.Link(relation.type(), repository.landingPage(target)));
            }
        }
        for (Relation relation : surroundings.leadingTo(id)) {
            if (surroundings.isPublished(relation.source())) {
                links.add(new Item.Link(relation.type().inverse(), repository.landingPage(relation.source())));
            }
        }
        return links.stream().distinct().toList();
    }

    private List<Item.File> files(PublicationId id, DublinCore metadata, Surroundings surroundings) {
        Access access = Access.of(metadata.value(Element.ACCESS)).orElse(Access.OPEN);
        return surroundings.files(id).stream()
                .map(each -> Item.File.of(each, repository.fileAddress(id, each.name()), access, surroundings.today()))
                .toList();
    }

    private static LocalDate day(@Nullable Instant published) {
        return LocalDate.ofInstant(published == null ? Instant.EPOCH : published, ZoneOffset.UTC);
    }
}
