package org.acervo.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
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

    /** What is at the other ends of one publication's relations, by kind: ids here and addresses elsewhere. */
    Map<RelationType, Set<Object>> around(PublicationId id) {
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

    /** Those of them that the public may see. */
    Map<PublicationId, Publication> published(Map<RelationType, Set<Object>> around) {
        Map<PublicationId, Publication> found = new HashMap<>(publications.findAll(ids(around)));
        found.values().removeIf(each -> each.state() != State.PUBLISHED);
        return found;
    }

    private static List<PublicationId> ids(Map<RelationType, Set<Object>> around) {
        return around.values().stream()
                .flatMap(Set::stream)
                .filter(PublicationId.class::isInstance)
                .map(PublicationId.class::cast)
                .toList();
    }

    /** One fact for each kind of relation. */
    static List<Fact> facts(
            Map<RelationType, Set<Object>> around, Map<PublicationId, Publication> published, Reader reader) {
        List<Fact> facts = new ArrayList<>();
        around.forEach((type, ends) -> {
            List<Value> values = ends.stream()
                    .flatMap(end -> value(end, published, reader).stream())
                    .toList();
            if (!values.isEmpty()) {
                facts.add(new Fact(reader.text("relation." + type.code()), values));
            }
        });
        return facts;
    }

    /** The same text in other languages: the names of those, each with the way to its page. */
    List<Value> translations(
            Map<RelationType, Set<Object>> around, Map<PublicationId, Publication> published, Reader reader) {
        return Stream.of(RelationType.HAS_TRANSLATION, RelationType.IS_TRANSLATION_OF)
                .flatMap(type -> around.getOrDefault(type, Set.of()).stream())
                .distinct()
                .flatMap(end -> Stream.ofNullable(published.get(end)))
                .flatMap(each -> each.metadata().values(Element.LANGUAGE).stream()
                        .limit(1)
                        .map(tag -> Value.linked(
                                vocabularies.languages().label(tag, reader.language()),
                                reader.request().to("publications/" + each.id()))))
                .sorted(Comparator.comparing(Value::text))
                .toList();
    }

    /** The same as programs read them: the addresses of what may be seen. */
    List<Item.Link> links(Map<RelationType, Set<Object>> around, Repository repository) {
        Map<PublicationId, State> states = publications.states(ids(around));
        List<Item.Link> links = new ArrayList<>();
        around.forEach((type, ends) -> ends.forEach(end -> {
            String elsewhere = Facts.http(end.toString());
            if (end instanceof PublicationId other && states.get(other) == State.PUBLISHED) {
                links.add(new Item.Link(type, repository.landingPage(other)));
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

    private static List<Value> value(Object end, Map<PublicationId, Publication> published, Reader reader) {
        if (end instanceof PublicationId id) {
            Publication other = published.get(id);
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
