package org.acervo.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Relation;
import org.acervo.catalog.State;

/**
 * The relations around some publications and the states of those at either end, as they will be after a change, and the
 * kept files of those publications.
 *
 * @param today which files are open, UTC
 */
record Surroundings(
        List<Relation> relations,
        Map<PublicationId, State> states,
        Map<PublicationId, List<PublicationFile>> files,
        LocalDate today) {

    /** Nothing around. */
    static final Surroundings NONE = new Surroundings(List.of(), Map.of(), Map.of(), LocalDate.EPOCH);

    Surroundings {
        relations = List.copyOf(relations);
        states = Map.copyOf(states);
        files = Map.copyOf(files);
    }

    /** The kept files of a publication in their order. */
    List<PublicationFile> files(PublicationId id) {
        return files.getOrDefault(id, List.of());
    }

    /** Whether a relation's target leads out of the repository. */
    static boolean isUrl(String target) {
        return target.startsWith("http://") || target.startsWith("https://");
    }

    /** The same after a change of one publication: its new state and relations, and those that it now answers. */
    Surroundings with(Publication changed, List<Relation> stated, List<Relation> answered) {
        PublicationId id = changed.id();
        Set<Relation> waited = new HashSet<>(answered);
        List<Relation> all = new ArrayList<>(stated);
        relations.stream()
                .filter(each -> !each.source().equals(id))
                .forEach(each -> all.add(
                        waited.contains(each) ? new Relation(each.source(), each.type(), each.target(), id) : each));
        all.sort(Comparator.comparing(Relation::source));
        Map<PublicationId, State> after = new HashMap<>(states);
        after.put(id, changed.state());
        return new Surroundings(all, after, files, today);
    }

    List<Relation> statedBy(PublicationId id) {
        return relations.stream().filter(each -> each.source().equals(id)).toList();
    }

    List<Relation> leadingTo(PublicationId id) {
        return relations.stream().filter(each -> id.equals(each.resolved())).toList();
    }

    boolean isPublished(PublicationId id) {
        return states.get(id) == State.PUBLISHED;
    }

    /** The publications at the ends of a relation. */
    static Set<PublicationId> ends(Relation relation) {
        PublicationId resolved = relation.resolved();
        return resolved == null || resolved.equals(relation.source())
                ? Set.of(relation.source())
                : Set.of(relation.source(), resolved);
    }
}
