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

    /** One fact for each kind of relation. */
    List<Fact> of(PublicationId id, Reader reader) {
        Map<RelationType, Set<Object>> targets = targets(id);
        Map<PublicationId, Publication> others = publications.findAll(targets.values().stream()
                .flatMap(Set::stream)
                .filter(PublicationId.class::isInstance)
                .map(PublicationId.class::cast)
                .toList());
        List<Fact> facts = new ArrayList<>();
        targets.forEach((type, ends) -> {
            List<Value> values = ends.stream()
                    .flatMap(end -> value(end, others, reader).stream())
                    .toList();
            if (!values.isEmpty()) {
                facts.add(new Fact(reader.text("relation." + type.code()), values));
            }
        });
        return facts;
    }

    /** The same text in other languages: the names of those, each with the way to its page. */
    List<Value> translations(PublicationId id, Reader reader) {
        Map<RelationType, Set<Object>> targets = targets(id);
        List<PublicationId> ids = Stream.of(RelationType.HAS_TRANSLATION, RelationType.IS_TRANSLATION_OF)
                .flatMap(type -> targets.getOrDefault(type, Set.of()).stream())
                .filter(PublicationId.class::isInstance)
                .map(PublicationId.class::cast)
                .toList();
        return publications.findAll(ids).values().stream()
                .filter(each -> each.state() == State.PUBLISHED)
                .flatMap(each -> each.metadata().values(Element.LANGUAGE).stream()
                        .limit(1)
                        .map(tag -> Value.linked(
                                vocabularies.languages().label(tag, reader.language()),
                                reader.request().to("publications/" + each.id()))))
                .sorted(Comparator.comparing(Value::text))
                .toList();
    }

    /** The same as programs read them: the addresses of what may be seen. */
    List<Item.Link> links(PublicationId id, Repository repository) {
        Map<RelationType, Set<Object>> targets = targets(id);
        Map<PublicationId, State> states = publications.states(targets.values().stream()
                .flatMap(Set::stream)
                .filter(PublicationId.class::isInstance)
                .map(PublicationId.class::cast)
                .toList());
        List<Item.Link> links = new ArrayList<>();
        targets.forEach((type, ends) -> ends.forEach(end -> {
            String elsewhere = Facts.http(end.toString());
            if (end instanceof PublicationId other && states.get(other) == State.PUBLISHED) {
                links.add(new Item.Link(type, repository.landingPage(other)));
            } else if (elsewhere != null) {
                links.add(new Item.Link(type, elsewhere));
            }
        }));
        return links;
    }

    /** By kind, ids of publications here and addresses elsewhere. */
    private Map<RelationType, Set<Object>> targets(PublicationId id) {
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
        return targets;
    }

    private static void add(Map<RelationType, Set<Object>> targets, RelationType type, Object end) {
        Set<Object> ends = targets.computeIfAbsent(type, kind -> new LinkedHashSet<>());
        if (ends.size() < MOST) {
            ends.add(end);
        }
    }

    private static List<Value> value(Object end, Map<PublicationId, Publication> others, Reader reader) {
        if (end instanceof PublicationId id) {
            Publication other = others.get(id);
            return other == null || other.state() != State.PUBLISHED ? List.of() : List.of(titled(other, reader));
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
