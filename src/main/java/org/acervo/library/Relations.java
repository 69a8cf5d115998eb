package org.acervo.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Relation;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What a publication relates to, and what relates to it, as far as the public may see it. */
final class Relations {

    /** As many of one kind as a page lists. */
    private static final int MOST = 100;

    private final Publications publications;
    private final Vocabularies vocabularies;

    Relations(Publications publications, Vocabularies vocabularies) {
        this.publications = publications;
        this.vocabularies = vocabularies;
    }

    /**
     * What one publication has to do with others.
     *
     * @param targets by kind, ids of publications here and addresses elsewhere
     * @param others those of the publications that there are, in any state
     */
    record Around(Map<RelationType, Set<Object>> targets, Map<PublicationId, Publication> others) {

        private @Nullable Publication published(Object end) {
            Publication other = end instanceof PublicationId id ? others.get(id) : null;
            return other == null || other.state() != State.PUBLISHED ? null : other;
        }
    }

    /** Reads what is around a publication. */
    Around around(PublicationId id) {
        Map<RelationType, Set<Object>> targets = new EnumMap<>(RelationType.class);
        for (Relation relation : publications.relations(List.of(id))) {
            PublicationId resolved = relation.resolved();
            if (relation.source().equals(id)) {
                add(targets, relation.type(), resolved == null ? relation.target() : resolved);
            }
            if (id.equals(resolved)) {
                add(targets, relation.type().inverse(), relation.source());
            }
        }
        return new Around(
                targets,
                publications.findAll(targets.values().stream()
                        .flatMap(Set::stream)
                        .filter(PublicationId.class::isInstance)
                        .map(PublicationId.class::cast)
                        .toList()));
    }

    /** One fact for each kind of relation. */
    static List<Fact> facts(Around around, Reader reader) {
        List<Fact> facts = new ArrayList<>();
        around.targets().forEach((type, ends) -> {
            List<Value> values = ends.stream()
                    .flatMap(end -> value(end, around, reader).stream())
                    .toList();
            if (!values.isEmpty()) {
                facts.add(new Fact(reader.text("relation." + type.code()), values));
            }
        });
        return facts;
    }

    /** The same text in other languages: the names of those, each with the way to its page. */
    List<Value> translations(Around around, Reader reader) {
        return Stream.of(RelationType.HAS_TRANSLATION, RelationType.IS_TRANSLATION_OF)
                .flatMap(type -> around.targets().getOrDefault(type, Set.of()).stream())
                .distinct()
                .flatMap(end -> Stream.ofNullable(around.published(end)))
                .flatMap(each -> each.metadata().values(Element.LANGUAGE).stream()
                        .limit(1)
                        .map(tag -> Value.linked(
                                vocabularies.languages().label(tag, reader.language()),
                                reader.request().to("publications/" + each.id()))))
                .sorted(Comparator.comparing(Value::text))
                .toList();
    }

    /** The same as programs read them: the addresses of what may be seen. */
    static List<Item.Link> links(Around around, Repository repository) {
        List<Item.Link> links = new ArrayList<>();
        around.targets()
                .forEach((type, ends) -> ends.forEach(end -> {
                    Publication other = around.published(end);
                    String elsewhere = Facts.http(end.toString());
                    if (other != null) {
                        links.add(new Item.Link(type, repository.landingPage(other.id())));
                    } else if (elsewhere != null) {
                        links.add(new Item.Link(type, elsewhere));
                    }
                }));
        return links;
    }

    private static void add(Map<RelationType, Set<Object>> targets, RelationType type, Object end) {
        Set<Object> ends = targets.computeIfAbsent(type, kind -> new LinkedHashSet<>());
        if (ends.size() < MOST) {
            ends.add(end);
        }
    }

    private static List<Value> value(Object end, Around around, Reader reader) {
        if (end instanceof PublicationId) {
            Publication other = around.published(end);
            return other == null ? List.of() : List.of(titled(other, reader));
        }
        String link = Facts.http(end.toString());
        return link == null ? List.of() : List.of(Value.linked(link, link));
    }

    /** A publication here, by its title. */
    static Value titled(Publication publication, Reader reader) {
        Value title = reader.title(publication.metadata());
        return new Value(title.text(), title.lang(), reader.request().to("publications/" + publication.id()), null);
    }
}
