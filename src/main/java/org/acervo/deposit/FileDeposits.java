package org.acervo.deposit;

import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
import org.acervo.catalog.Transactions;
import org.acervo.files.HeldFile;
import org.acervo.files.Incoming;
import org.acervo.files.Preserver;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Staged;
import org.acervo.files.Staging;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Attachments.Attached;
import org.acervo.publishing.Placement;
import org.acervo.publishing.Reach;
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
            Caller caller, String publication, Incoming incoming, Map<String, String> said, boolean onlyNew) {

        public Wish {
            said = Map.copyOf(said);
        }

        private Placement placement() {
            return new Placement(
                    before -> new FileParameters(said).over(before), onlyNew, other -> Reach.isInsider(caller, other));
        }
    }

    /** A file after a change, and the publication that it belongs to. */
    public record Done(Attached attached, Publication publication) {}

    private final Attachments attachments;
    private final PublicationFiles files;
    private final Staging staging;
    private final Preserver preserver;
    private final Transactions transactions;
    private final Reach reach;
    private final Clock clock;

    FileDeposits(
            Attachments attachments,
            PublicationFiles files,
            Staging staging,
            Preserver preserver,
            Transactions transactions,
            Reach reach,
            Clock clock) {
        this.attachments = attachments;
        this.files = files;
        this.staging = staging;
        this.preserver = preserver;
        this.transactions = transactions;
        this.reach = reach;
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
        checkPlace(wish);
        staging.requireRoom(wish.incoming());
    }

    private void checkPlace(Wish wish) {
        Publication publication = changeable(wish.caller(), wish.publication());
        String name = staging.check(wish.incoming());
        attachments.check(publication.id(), name, wish.incoming().length(), wish.placement());
    }

    /** Receives a content and puts it to the publication. */
    public Done put(Wish wish, InputStream content, boolean dryRun) {
        check(wish);
        Staged staged = staging.receive(wish.incoming(), content);
        return dryRun
                ? used(staged, () -> transactions.attempt(() -> attach(wish, staged)), false)
                : used(staged, () -> attach(wish, staged), true);
    }

    /** Puts a content to the publication that lies on this machine already. */
    public Done put(Wish wish, Path content) {
        checkPlace(wish);
        Staged staged = staging.adopt(wish.incoming(), content);
        return used(staged, () -> attach(wish, staged), true);
    }

    /** What came for nothing must not lie there until it is swept: the disk would soon be full of it. */
    private Done used(Staged staged, Supplier<Done> work, boolean keeps) {
        boolean kept = false;
        try (staged) {
            Done done = work.get();
            kept = keeps;
            return done;
        } finally {
            if (!kept) {
                preserver.release(staged);
            }
        }
    }

    private Done attach(Wish wish, Staged staged) {
        Publication publication = changeable(wish.caller(), wish.publication());
        Attached attached =
                attachments.attach(actor(wish.caller(), publication), publication.id(), wish.placement(), staged);
        return new Done(attached, publication);
    }

    private static Actor actor(Caller caller, Publication publication) {
        return caller.actorFor(Reach.mission(publication));
    }

    public Done change(Caller caller, String id, String name, Map<String, String> said, boolean dryRun) {
        Publication publication = changeable(caller, id);
        Supplier<Attached> work = () -> attachments.change(
                actor(caller, publication), publication.id(), normal(name), before -> new FileParameters(said)
                        .over(before));
        return new Done(dryRun ? transactions.attempt(work) : work.get(), publication);
    }

    public void remove(Caller caller, String id, String name, boolean dryRun) {
        Publication publication = changeable(caller, id);
        Actor actor = actor(caller, publication);
        if (dryRun) {
            transactions.attempt(() -> {
                attachments.remove(actor, publication.id(), normal(name));
                return publication;
            });
        } else {
            attachments.remove(actor, publication.id(), normal(name));
        }
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
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, "", null));
        }
        return found;
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
