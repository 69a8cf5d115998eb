package org.acervo.deposit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Item;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.UnknownPublication;
import org.acervo.format.FindingsJson;
import org.acervo.format.JsonMaker;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What callers read of publications over the network: what they may not see does not exist for them. Thread-safe. */
final class Records {

    /** Which text of a publication is meant. */
    enum Version {
        /** The one that is worked on, for who works on it; else the public one. */
        WORKING,
        PUBLIC
    }

    /** A publication with the text that somebody sees of it. */
    record Seen(Publication publication, DublinCore text, boolean insider) {}

    private final Publishing publishing;
    private final Publications publications;
    private final RecordJson json;
    private final Reach reach;

    Records(Publishing publishing, Publications publications, Vocabularies vocabularies, RecordJson json) {
        this.publishing = publishing;
        this.publications = publications;
        this.json = json;
        this.reach = new Reach(publications, vocabularies.missions());
    }

    /**
     * A publication as a caller sees it.
     *
     * @param caller null where the request says nothing of who makes it
     * @throws UnknownPublication where there is none, or none that the caller may see
     * @throws Refused where a caller that is known might see it
     */
    Seen find(@Nullable Caller caller, String id, Version version) {
        Publication publication = reach.visible(caller, id);
        boolean insider = version == Version.WORKING && Reach.isInsider(caller, publication);
        if (version == Version.PUBLIC && !publication.state().isPublic()) {
            throw new Refused(Finding.of(Rule.NOT_FOUND, "?version", null));
        }
        return new Seen(publication, insider ? publication.working() : publication.metadata(), insider);
    }

    JsonObject json(Seen seen, InterfaceLanguage language) {
        Publication publication = seen.publication();
        JsonObjectBuilder record = json.write(
                publication, seen.text(), seen.insider() ? RecordJson.Reader.INSIDER : RecordJson.Reader.PUBLIC);
        if (seen.insider()) {
            record.add(
                    "findings",
                    FindingsJson.write(
                            publishing.check(seen.text(), Rules.Purpose.PUBLISH, publication.id()), language));
        }
        return record.build();
    }

    /** The same as formats render it. */
    Item item(Seen seen) {
        return publishing.item(seen.publication(), seen.text());
    }

    /**
     * A page of what a caller reaches.
     *
     * @param after where the page before ended, or 0
     */
    Listing.Page list(Caller caller, Listing wanted, long after, int limit) {
        caller.require(Right.READ);
        Set<String> reached = Reach.missions(caller);
        Set<String> asked = wanted.missions();
        Set<String> missions = asked == null ? reached : reached == null ? asked : common(asked, reached);
        return publications.list(
                new Listing(
                        missions,
                        wanted.state(),
                        wanted.revision(),
                        wanted.type(),
                        wanted.sourceId(),
                        wanted.modifiedSince()),
                after,
                limit);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    JsonObjectBuilder json(Listing.Page page) {
        return JsonMaker.object().add("publications", json.write(page.publications()));
    }

    /**
     * The steps of a publication, oldest first, for who reaches it.
     *
     * @throws UnknownPublication where there is none, or none that the caller reaches
     */
    JsonObject history(Caller caller, String id) {
        caller.require(Right.READ);
        Publication publication = reach.changeable(caller, id);
        JsonArrayBuilder events = JsonMaker.array();
        publications.history(publication.id()).forEach(event -> events.add(RecordJson.write(event)));
        return JsonMaker.object().add("history", events).build();
    }
}
