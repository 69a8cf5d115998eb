package org.acervo.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publication.Withdrawal;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.files.Cover;
import org.acervo.format.CitationStyles;
import org.acervo.format.CitationTags;
import org.acervo.format.SchemaOrg;
import org.acervo.pages.Markdown;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Makes what the page of a publication shows. Thread-safe. */
final class PublicationPages {

    private final Publications publications;
    private final Disseminations disseminations;
    private final Vocabularies vocabularies;
    private final Repository repository;
    private final UnaryOperator<DublinCore> effective;
    private final Relations relations;
    private final FileLines files;
    private final Rounds rounds;
    private final CitationStyles styles;
    private final BiFunction<PublicationId, Reader, List<Card>> similar;
    private final Function<java.util.Collection<Publication>, Map<PublicationId, Cover>> pictures;
    private final CitationTags citation;
    private final SchemaOrg schemaOrg;

    /**
     * @param effective adds to a text what its mission means where it says nothing
     * @param similar finds publications that are much like one
     * @param pictures finds the pictures that the public may see
     */
    PublicationPages(
            Publications publications,
            Disseminations disseminations,
            Vocabularies vocabularies,
            Repository repository,
            UnaryOperator<DublinCore> effective,
            FileLines files,
            Rounds rounds,
            BiFunction<PublicationId, Reader, List<Card>> similar,
            Function<java.util.Collection<Publication>, Map<PublicationId, Cover>> pictures) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.vocabularies = vocabularies;
        this.repository = repository;
        this.effective = effective;
        this.files = files;
        this.relations = new Relations(publications, vocabularies);
        this.rounds = rounds;
        this.styles = new CitationStyles(repository, vocabularies);
        this.similar = similar;
        this.pictures = pictures;
        this.citation = new CitationTags(repository, vocabularies);
        this.schemaOrg = new SchemaOrg(repository, vocabularies);
    }

    /**
     * A published one with all that is read for it.
     *
     * @param item as formats render it
     * @param around what it relates to and what relates to it, by kind
     * @param files those that are kept, in their order
     */
    record Whole(
            Publication publication, Item item, Map<RelationType, Set<Object>> around, List<PublicationFile> files) {}

    /** Reads what belongs to a published one. */
    Whole whole(Publication publication) {
        Instant published = publication.published();
        Map<RelationType, Set<Object>> around = relations.around(publication.id());
        List<PublicationFile> kept = files.kept(publication.id());
        Item item = new Item(
                publication.id(),
                effective.apply(publication.metadata()),
                relations.links(around, repository),
                files.items(publication, kept),
                LocalDate.ofInstant(published == null ? publication.created() : published, ZoneOffset.UTC));
        return new Whole(publication, item, around, kept);
    }

    PublicationView view(Whole whole, Reader reader) {
        Publication publication = whole.publication();
        Item item = whole.item();
        DublinCore metadata = item.metadata();
        Facts facts = new Facts(reader, vocabularies, collections(reader));
        Cover cover = pictures.apply(List.of(publication)).get(publication.id());
        Map<PublicationId, Publication> neighbours = relations.published(whole.around());
        return new PublicationView(
                reader.title(metadata),
                otherTitles(metadata, reader),
                line(metadata, facts),
                reader.passages(metadata, Element.DESCRIPTION),
                body(metadata, reader),
                facts.values(metadata, Element.THEME),
                files.lines(publication, whole.files(), reader),
                facts.values(metadata, Element.LINK),
                Relations.facts(whole.around(), neighbours, reader),
                facts.of(metadata),
                repository.oaiIdentifier(publication.id()),
                formats(publication.id(), reader),
                PublicationHead.of(item, reader, repository, cover != null, citation, schemaOrg),
                reading(whole, neighbours, reader),
                cover == null ? null : Pictures.view(cover, reader));
    }

    private static List<PublicationView.Body> body(DublinCore metadata, Reader reader) {
        List<Statement> texts = reader.preferred(metadata, Element.BODY);
        return texts.stream()
                .map(each -> new PublicationView.Body(
                        each.lang(),
                        each.lang() == null || texts.size() == 1 ? null : reader.languageName(each.lang()),
                        Markdown.html(each.value())))
                .toList();
    }

    private PublicationView.Reading reading(Whole whole, Map<PublicationId, Publication> neighbours, Reader reader) {
        PublicationId id = whole.publication().id();
        DublinCore metadata = whole.item().metadata();
        return new PublicationView.Reading(
                rounds.around(id, metadata, reader),
                relations.translations(whole.around(), neighbours, reader),
                styles.of(whole.item()),
                Sharing.links(repository.landingPage(id), reader.title(metadata).text(), reader),
                similar.apply(id, reader));
    }

    /** Whether the public may have a file of a published one. */
    boolean isOpen(Publication publication, PublicationFile file) {
        return files.isOpen(publication, file);
    }

    /** A file that the public may not have. */
    ClosedView closed(Publication publication, PublicationFile file, Reader reader) {
        return new ClosedView(
                reader.title(publication.metadata()),
                file.name(),
                files.closed(publication, file, reader),
                reader.request().to("publications/" + publication.id()));
    }

    /** A withdrawn one. */
    TombstoneView tombstone(Publication publication, Withdrawal withdrawal, Reader reader) {
        boolean erased = withdrawal.isErased();
        String reason = erased ? reader.text("gone.erased.reason") : withdrawal.reason();
        return new TombstoneView(
                erased ? Value.of(reader.text("gone.erased.title")) : reader.title(publication.metadata()),
                reader.dates().day(withdrawal.at()),
                new Passage(null, null, Passage.paragraphs(reason)),
                replacement(publication.metadata().value(Element.MISSION), withdrawal.replacedBy(), reader),
                repository.oaiIdentifier(publication.id()));
    }

    private @Nullable Value replacement(@Nullable String mission, @Nullable String target, Reader reader) {
        Publication other = successor(mission, target);
        if (other != null) {
            return Relations.titled(other, reader);
        }
        String link = target == null ? null : Facts.http(target);
        return link == null ? null : Value.linked(link, link);
    }

    /** The address of what took the place of a withdrawn publication; null where nothing that can be read did. */
    @Nullable
    String instead(Publication publication, Withdrawal withdrawal) {
        String target = withdrawal.replacedBy();
        Publication other = successor(publication.metadata().value(Element.MISSION), target);
        if (other != null) {
            return repository.baseUrl() + "/publications/" + other.id();
        }
        return target == null ? null : Facts.http(target);
    }

    private @Nullable Publication successor(@Nullable String mission, @Nullable String target) {
        PublicationId id = target == null
                ? null
                : publications.resolve(mission, List.of(target)).get(target);
        return id == null
                ? null
                : publications
                        .find(id)
                        .filter(each -> each.state() == State.PUBLISHED)
                        .orElse(null);
    }

    private Map<String, String> collections(Reader reader) {
        return publications.collections().stream().collect(Collectors.toMap(Collection::code, each -> each.labels()
                .in(reader.language())));
    }

    private static List<Value> otherTitles(DublinCore metadata, Reader reader) {
        List<Statement> titles = new ArrayList<>(reader.preferred(metadata, Element.TITLE));
        titles.remove(0);
        titles.addAll(reader.preferred(metadata, Element.ALTERNATIVE));
        return titles.stream()
                .map(each -> new Value(
                        each.value(), each.lang(), null, each.lang() == null ? null : reader.languageName(each.lang())))
                .toList();
    }

    /** Date, type, publisher and places, as far as they are known. */
    static List<Value> line(DublinCore metadata, Facts facts) {
        List<Value> line = new ArrayList<>();
        for (Element element : List.of(Element.DATE, Element.TYPE, Element.PUBLISHER, Element.COVERAGE)) {
            List<Value> values = facts.values(metadata, element);
            values.stream()
                    .limit(element == Element.COVERAGE ? 3 : 1)
                    .map(each -> new Value(each.text(), each.lang(), null, null))
                    .forEach(line::add);
        }
        return line;
    }

    private List<PublicationView.FormatLink> formats(PublicationId id, Reader reader) {
        Set<String> prefixes = new TreeSet<>(disseminations.prefixes(id));
        String record = "?verb=GetRecord&identifier=" + repository.oaiIdentifier(id) + "&metadataPrefix=";
        String lang = reader.request().chosen() ? "&lang=" + reader.language().tag() : "";
        String root = reader.request().root();
        return prefixes.stream()
                .map(prefix -> new PublicationView.FormatLink(
                        prefix, root + "oai" + record + prefix, root + "oai/view" + record + prefix + lang))
                .toList();
    }
}
