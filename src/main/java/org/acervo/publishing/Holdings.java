package org.acervo.publishing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.files.HeldFile;
import org.acervo.files.Preservation;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;
import org.acervo.format.JsonMaker;
import org.acervo.format.PublicationJson;
import org.jspecify.annotations.Nullable;

/** What becomes of the files of a publication while it changes: all of it within the transaction of the change. */
final class Holdings {

    private final PublicationFiles files;
    private final Preservations preservations;
    private final Repository repository;
    private final Clock clock;

    Holdings(PublicationFiles files, Preservations preservations, Repository repository, Clock clock) {
        this.files = files;
        this.preservations = preservations;
        this.repository = repository;
        this.clock = clock;
    }

    FileSet of(PublicationId id) {
        return new FileSet(files.of(id));
    }

    /** Whether there is a file, or one is proposed. */
    boolean hasAny(PublicationId id) {
        return of(id).hasWorking();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    /** What surrounds a publication with no relations and these files. */
    Surroundings alone(PublicationId id, FileSet files) {
        return new Surroundings(List.of(), Map.of(), Map.of(id, files.kept()), today());
    }

    /** The kept files of publications, those without any being absent. */
    Map<PublicationId, List<PublicationFile>> kept(Collection<PublicationId> ids) {
        Map<PublicationId, List<PublicationFile>> kept = new HashMap<>();
        if (!ids.isEmpty()) {
            files.ofAll(ids).forEach((id, all) -> kept.put(id, new FileSet(all).kept()));
        }
        return kept;
    }

    /** Remembers that the public is told nothing of a publication whose files have opened. */
    void told(PublicationId id) {
        files.shown(id, today());
    }

    /** Publications above an id whose files are open and were not when the public was told last. */
    List<PublicationId> opening(long afterId, int limit) {
        return files.opening(today(), afterId, limit);
    }

    /** Remembers what the public is told of the files of a publication. */
    void told(PublicationId id, Surroundings surroundings) {
        if (!surroundings.files(id).isEmpty()) {
            files.shown(id, surroundings.today());
        }
    }

    /**
     * Does what a step means for what was proposed: it becomes public with the text, or is given up with the revision.
     *
     * @return whether the kept files have changed
     */
    boolean follow(@Nullable Publication before, Event event, Publication after) {
        if (before == null || before.state() != State.PUBLISHED) {
            return false;
        }
        boolean givenUp = after.state() != State.PUBLISHED || before.revision() != null && after.revision() == null;
        if (event.action() == Action.PUBLISHED) {
            List<HeldFile> pending = of(after.id()).pending();
            pending.forEach(this::promote);
            return !pending.isEmpty();
        }
        if (givenUp) {
            discard(after.id());
        }
        return false;
    }

    private void promote(HeldFile pending) {
        PublicationFile file = pending.file();
        files.remove(file);
        if (file.standing() == Standing.LEAVING) {
            files.remove(standing(file, Standing.KEPT));
        } else {
            files.put(pending.with(standing(file, Standing.KEPT)));
        }
    }

    /** Forgets what was proposed. */
    void discard(PublicationId id) {
        of(id).pending().forEach(each -> files.remove(each.file()));
    }

    static PublicationFile standing(PublicationFile file, Standing standing) {
        return new PublicationFile(
                file.publication(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                file.language(),
                file.description(),
                file.position(),
                file.embargo(),
                standing,
                file.added());
    }

    /**
     * Has a new public text, or other files, written to OCFL. A publication without files has nothing there.
     *
     * @param set all files of the publication
     * @param filesChanged whether they did; else only a text that is public is written
     */
    void preserve(Publication after, FileSet set, boolean filesChanged, long number, String actor, String reason) {
        boolean isPublic = after.state() == State.PUBLISHED;
        if (filesChanged || isPublic && !set.kept().isEmpty()) {
            String document = isPublic ? document(after, set.kept()) : null;
            preservations.add(new Preservation(
                    number, after.id(), clock.instant(), actor, reason, set.contents(), document, false));
        }
    }

    /** Forgets all files of a publication, and has their contents destroyed wherever they lie. */
    void purge(PublicationId id, long number, String actor) {
        Map<String, String> contents = new HashMap<>();
        for (HeldFile each : files.of(id)) {
            contents.put(
                    each.file().standing().code() + "/" + each.file().name(),
                    each.file().sha256());
        }
        files.removeAll(id);
        preservations.add(new Preservation(number, id, clock.instant(), actor, "purged", contents, null, true));
    }

    /** Whether nothing of a publication waits any more to be written or destroyed. */
    boolean isPurged(PublicationId id) {
        return preservations.of(id, 1).isEmpty();
    }

    /** What somebody who finds nothing but the OCFL object must know of the publication. */
    private String document(Publication publication, List<PublicationFile> kept) {
        JsonObjectBuilder document = JsonMaker.object()
                .add("id", publication.id().toString())
                .add("oaiIdentifier", repository.oaiIdentifier(publication.id()))
                .add("version", publication.version())
                .add("modified", publication.modified().toString());
        if (publication.published() != null) {
            document.add("published", publication.published().toString());
        }
        PublicationJson.write(publication.metadata()).forEach(document::add);
        JsonArrayBuilder files = JsonMaker.array();
        kept.forEach(each -> files.add(described(each)));
        return document.add("files", files).build().toString();
    }

    private static JsonObjectBuilder described(PublicationFile file) {
        JsonObjectBuilder described = JsonMaker.object()
                .add("name", file.name())
                .add("mediaType", file.mediaType())
                .add("size", file.size())
                .add("sha256", file.sha256())
                .add("added", file.added().toString());
        if (file.language() != null) {
            described.add("language", file.language());
        }
        if (file.description() != null) {
            described.add("description", file.description());
        }
        if (file.embargo() != null) {
            described.add("embargo", file.embargo().toString());
        }
        return described;
    }
}
