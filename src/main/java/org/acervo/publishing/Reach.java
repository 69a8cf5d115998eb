package org.acervo.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.UnknownPublication;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Whose publications a caller reaches: what it may not see does not exist for it. Thread-safe. */
public record Reach(Publications publications, Vocabulary<Mission> missions) {

    /**
     * The publication of an id that somebody gave, for who may change it.
     *
     * @throws UnknownPublication where there is none, or none that the caller reaches
     * @throws Refused where it is public and of another mission
     */
    public Publication changeable(Caller caller, String id) {
        Publication found = find(id);
        if (reaches(caller, found)) {
            return found;
        }
        if (found.state() == State.PUBLISHED) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, "", null));
        }
        throw new UnknownPublication(found.id());
    }

    /**
     * The same for who only looks.
     *
     * @param caller null where the request says nothing of who makes it
     * @throws UnknownPublication where there is none, or none that the caller may see
     * @throws Refused where a caller that is known might see it, or it was withdrawn and the caller sees no more of it
     */
    public Publication visible(@Nullable Caller caller, String id) {
        Optional<Publication> found = parse(id).flatMap(publications::find);
        if (found.isPresent() && found.get().state() == State.PUBLISHED) {
            return found.get();
        }
        Publication known =
                found.filter(each -> caller != null && reaches(caller, each)).orElse(null);
        if (known == null || caller == null) {
            throw found.map(Publication::withdrawal)
                    .map(each -> each.refusal(each.replacedBy()))
                    .orElseGet(() -> caller == null ? unknown() : nothing());
        }
        caller.require(Right.READ);
        return known;
    }

    /** Whether a caller sees what is worked on. */
    public static boolean isInsider(@Nullable Caller caller, Publication publication) {
        return caller != null && caller.may(Right.READ) && reaches(caller, publication);
    }

    /** Whether a caller reaches both the mission of the public text and that of the text that is worked on. */
    public static boolean reaches(Caller caller, Publication publication) {
        return caller.reaches(mission(publication))
                && caller.reaches(publication.working().value(Element.MISSION));
    }

    /** The missions whose publications a caller reaches, or null where it reaches all. */
    public static @Nullable Set<String> missions(Caller caller) {
        String own = caller.mission();
        if (own == null) {
            return null;
        }
        Set<String> missions = new HashSet<>(caller.delegations());
        missions.add(own);
        return missions;
    }

    /**
     * The text with a mission, where it names none and the caller has one.
     *
     * @param mission what is meant where the text says nothing
     */
    public static DublinCore withMission(DublinCore text, Caller caller, @Nullable String mission) {
        return text.has(Element.MISSION) || caller.mission() == null || mission == null
                ? text
                : text.with(Element.MISSION, List.of(Statement.of(Element.MISSION, mission)));
    }

    /** @throws Refused where the text is of a mission that there is and that the caller may not act for */
    public void require(Caller caller, DublinCore text) {
        String mission = text.value(Element.MISSION);
        if (!caller.reaches(mission) && (mission == null || missions.has(mission.strip()))) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, Element.MISSION.pointer(), mission));
        }
    }

    public static @Nullable String mission(Publication publication) {
        return publication.metadata().value(Element.MISSION);
    }

    private Publication find(String id) {
        return parse(id).flatMap(publications::find).orElseThrow(Reach::nothing);
    }

    private static Optional<PublicationId> parse(String id) {
        return PublicationId.parse(id);
    }

    private static Refused unknown() {
        return new Refused(Finding.of(Rule.SIGN_IN_REQUIRED, "", null));
    }

    private static Refused nothing() {
        return new Refused(Finding.of(Rule.NOT_FOUND, "", null));
    }
}
