package org.acervo.deposit;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.files.HeldFile;
import org.acervo.files.Incoming;
import org.acervo.files.Preserver;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Staged;
import org.acervo.files.Staging;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Attachments.Attached;
import org.acervo.publishing.FileCondition;
import org.acervo.publishing.Placement;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Languages;
import org.jspecify.annotations.Nullable;

/** What callers do with the files of publications over the network, whichever way the contents come. Thread-safe. */
public final class FileDeposits {

    /**
     * A file that somebody wants to put to a publication.
     *
     * @param publication its id as it was given
     * @param said of it, by the names of {@link FileParameters}
     */
    public record Wish(
            Caller caller, String publication, Incoming incoming, Map<String, String> said, FileCondition condition) {

        public Wish {
            said = Map.copyOf(said);
        }

        private Placement placement(Languages languages) {
            return new Placement(
                    before -> new FileParameters(said).over(before, languages),
                    condition,
                    other -> Reach.isInsider(caller, other));
        }
    }

    /** A file after a change, and the publication that it belongs to. */
    public record Done(Attached attached, Publication publication) {}

    private final Attachments attachments;
    private final PublicationFiles files;
    private final Staging staging;
    private final Preserver preserver;
    private final OnceOnly onceOnly;
    private final FileJson json;
    private final Reach reach;
    private final Languages languages;
    private final Clock clock;

    FileDeposits(
            Attachments attachments,
            PublicationFiles files,
            Staging staging,
            Preserver preserver,
            OnceOnly onceOnly,
            FileJson json,
            Reach reach,
            Languages languages,
            Clock clock) {
        this.attachments = attachments;
        this.files = files;
        this.staging = staging;
        this.preserver = preserver;
        this.onceOnly = onceOnly;
        this.json = json;
        this.reach = reach;
        this.languages = languages;
        this.clock = clock;
    }

    /** The publication to whose files a caller may do something. */
    Publication changeable(Caller caller, String id) {
        Publication publication = reach.changeable(caller, id);
        caller.require(Right.DEPOSIT);
        return publication;
    }

    /** @throws Refused where it is known before the content comes that it cannot be */
    public void check(Wish wish) {
        checkPlace(wish, true);
        staging.requireRoom(wish.incoming());
    }

    private void checkPlace(Wish wish, boolean begins) {
        Publication publication = changeable(wish.caller(), wish.publication());
        String name = staging.check(wish.incoming());
        attachments.check(publication, name, wish.incoming().length(), wish.placement(languages), begins);
    }

    /** Receives a content and puts it to the publication. */
    public Done put(Wish wish, InputStream content) {
        check(wish);
        Staged staged = staging.receive(wish.incoming(), content);
        return used(staged, () -> attach(wish, staged), done -> true);
    }

    /**
     * Receives a content and puts it to the publication. A request that may have come before is looked at when its content
     * is there, since that is a part of it: what it is to do may be done.
     */
    Reply put(Asked asked, Wish wish, InputStream content) {
        if (asked.idempotencyKey() == null) {
            check(wish);
        } else {
            changeable(wish.caller(), wish.publication());
            staging.check(wish.incoming());
            staging.requireRoom(wish.incoming());
        }
        Staged staged = staging.receive(wish.incoming(), content);
        Asked whole = asked.with(new Asked.Body("", staged.sha256().getBytes(StandardCharsets.US_ASCII)));
        return used(
                staged,
                () -> onceOnly.carryOut(whole, () -> {
                    Done done = attach(wish, staged);
                    boolean created = done.attached().created();
                    Reply reply = reply(created ? 201 : 200, asked, done);
                    return created
                            ? reply.with(
                                    "Location", json.address(done.attached().file()))
                            : reply;
                }),
                reply -> !asked.dryRun() && !reply.headers().containsKey(OnceOnly.REPLAYED));
    }

    private Reply reply(int status, Asked asked, Done done) {
        PublicationFile file = done.attached().file();
        JsonObject body = json.write(file, done.publication(), done.attached().findings(), asked.language());
        return Reply.json(status, done.publication().id(), body)
                .with("ETag", "\"" + file.sha256() + "\"")
                .with("Content-Language", asked.language().tag());
    }

    /** Puts a content to the publication that lies on this machine already. */
    public Done put(Wish wish, Path content) {
        checkPlace(wish, false);
        Staged staged = staging.adopt(wish.incoming(), content);
        return used(staged, () -> attach(wish, staged), done -> true);
    }

    /** What came for nothing must not lie there until it is swept: the disk would soon be full of it. */
    private <T> T used(Staged staged, Supplier<T> work, Predicate<T> keeps) {
        boolean kept = false;
        try (staged) {
            T done = work.get();
            kept = keeps.test(done);
            return done;
        } finally {
            if (!kept) {
                preserver.release(staged);
            }
        }
    }

    private Done attach(Wish wish, Staged staged) {
        Publication publication = changeable(wish.caller(), wish.publication());
        Attached attached = attachments.attach(
                actor(wish.caller(), publication), publication.id(), wish.placement(languages), staged);
        return new Done(attached, publication);
    }

    private static Actor actor(Caller caller, Publication publication) {
        return caller.actorFor(Reach.mission(publication));
    }

    /** Says something else of a file, whichever it is. */
    public Done change(Caller caller, String id, String name, Map<String, String> said) {
        return change(caller, id, name, FileCondition.WHATEVER, new FileParameters(said));
    }

    private Done change(Caller caller, String id, String name, FileCondition meant, FileParameters said) {
        Publication publication = changeable(caller, id);
        Attached changed = attachments.change(
                actor(caller, publication),
                publication.id(),
                normal(name),
                meant,
                before -> said.over(before, languages));
        return new Done(changed, publication);
    }

    /** Takes a file away, whichever it is. */
    public void remove(Caller caller, String id, String name) {
        remove(caller, id, name, FileCondition.WHATEVER);
    }

    private Publication remove(Caller caller, String id, String name, FileCondition meant) {
        Publication publication = changeable(caller, id);
        attachments.remove(actor(caller, publication), publication.id(), normal(name), meant);
        return publication;
    }

    Reply change(Asked asked, String id, String name, FileCondition meant, FileParameters said) {
        return onceOnly.carryOut(asked, () -> reply(200, asked, change(asked.caller(), id, name, meant, said)));
    }

    Reply remove(Asked asked, String id, String name, FileCondition meant) {
        return onceOnly.carryOut(
                asked, () -> Reply.empty(remove(asked.caller(), id, name, meant).id()));
    }

    /** The publication whose files a caller may know of. */
    Publication visible(@Nullable Caller caller, String id) {
        return reach.visible(caller, id);
    }

    /** The files of a publication that a caller may know of. */
    List<PublicationFile> list(@Nullable Caller caller, Publication publication) {
        boolean insider = Reach.isInsider(caller, publication);
        return files.of(publication.id()).stream()
                .map(HeldFile::file)
                .filter(each -> insider || each.standing() == Standing.KEPT)
                .toList();
    }

    /**
     * A file whose content a caller may have: who works on the publication, what is worked on; others, what is open.
     *
     * @param kept whether the one that belongs to the publication is meant, also where another is proposed
     */
    HeldFile content(@Nullable Caller caller, Publication publication, String name, boolean kept) {
        boolean insider = Reach.isInsider(caller, publication);
        HeldFile found = files.of(publication.id()).stream()
                .filter(each -> each.file().name().equals(normal(name)))
                .filter(each -> each.file().standing() == Standing.KEPT
                        || insider && !kept && each.file().standing() == Standing.PROPOSED)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Refused(Finding.of(Rule.UNKNOWN_FILE, "", name)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean open = publication.state() == State.PUBLISHED
                && FileJson.access(publication).opens(found.file(), today);
        if (!insider && !open) {
            LocalDate day = found.file().embargo();
            List<String> opens = day == null || !day.isAfter(today) ? List.of() : List.of(day.toString());
            throw new Refused(Finding.of(Rule.NOT_OPEN, "", name, opens));
        }
        return found;
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
