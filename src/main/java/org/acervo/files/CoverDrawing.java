package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.acervo.catalog.Access;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Transactions;
import org.acervo.catalog.UnknownPublication;
import org.acervo.files.Cover.Picture;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Draws the first pages of what is published and open, one after the other, as it follows the changes; and makes the
 * pictures that people choose. Each document is read in a process of its own. Thread-safe.
 */
public class CoverDrawing {

    private static final String PLACE = "covers-drawn-up-to";
    private static final int PAGE = 200;

    /** How many are kept in one transaction; the first of them waits for the last. */
    private static final int TOGETHER = 10;

    private final House house;
    private final Covers covers;
    private final Pen pen;
    private volatile boolean stopped;

    /** What is read. */
    record House(
            Publications publications,
            PublicationFiles files,
            Contents contents,
            Memory memory,
            Transactions transactions,
            Clock clock) {}

    /** @param largest how many bytes a document may have to be drawn */
    CoverDrawing(House house, Covers covers, TextParserProcess process, long largest) {
        this.house = house;
        this.covers = covers;
        this.pen = new Pen(house.contents(), process, largest);
    }

    /**
     * Draws what has changed since the last time. It can be stopped at any point, by a kill too.
     *
     * @param othersFirst is asked before anything is looked for, and before each ten: what is left waits for the next run
     */
    public synchronized void run(BooleanSupplier othersFirst) {
        try {
            boolean all = false;
            while (!all && !stopped && !othersFirst.getAsBoolean()) {
                long after = house.memory().recall(PLACE).map(Long::parseLong).orElse(0L);
                Publications.Since since = house.publications().since(after, PAGE);
                boolean isDone = draw(since.changed(), othersFirst);
                if (isDone && since.last() != after) {
                    house.memory().keep(PLACE, Long.toString(since.last()));
                }
                all = since.isAll() || !isDone;
            }
        } finally {
            pen.rest();
        }
    }

    /** Has it end soon. */
    public void stop() {
        stopped = true;
        pen.drop();
    }

    /** Gives whether all are drawn. */
    private boolean draw(List<Publication> changed, BooleanSupplier othersFirst) {
        List<PublicationId> ids = changed.stream().map(Publication::id).toList();
        Map<PublicationId, List<HeldFile>> held = house.files().ofAll(ids);
        Map<PublicationId, Cover> known = held.isEmpty() ? Map.of() : covers.ofAll(held.keySet());
        List<HeldFile> waiting = changed.stream()
                .flatMap(each ->
                        wanted(each, known.get(each.id()), held)
                                .filter(first -> !isOf(known.get(each.id()), first))
                                .stream())
                .toList();
        for (int from = 0; from < waiting.size(); from += TOGETHER) {
            if (othersFirst.getAsBoolean()) {
                return false;
            }
            List<Cover> drawn = waiting.subList(from, Math.min(from + TOGETHER, waiting.size())).stream()
                    .takeWhile(each -> !stopped)
                    .map(pen::firstPage)
                    .toList();
            if (stopped) { // which kills the process, and that says nothing of the documents
                return false;
            }
            keep(drawn);
        }
        return true;
    }

    /** Keeps first pages that still are: they take time to draw, and what has been erased must not come back. */
    private void keep(List<Cover> drawn) {
        List<PublicationId> ids = drawn.stream().map(Cover::publication).toList();
        house.transactions().run(() -> {
            Map<PublicationId, Publication> now = house.publications().lock(ids);
            Map<PublicationId, List<HeldFile>> held = house.files().ofAll(ids);
            Map<PublicationId, Cover> known = covers.ofAll(ids);
            drawn.stream()
                    .filter(each -> Optional.ofNullable(now.get(each.publication()))
                            .flatMap(found -> wanted(found, known.get(found.id()), held))
                            .filter(file -> isOf(each, file))
                            .isPresent())
                    .forEach(covers::keep);
            return ids;
        });
    }

    /** What is to be drawn of a publication, unless a person has chosen its picture. */
    private Optional<HeldFile> wanted(
            Publication publication, @Nullable Cover cover, Map<PublicationId, List<HeldFile>> held) {
        return cover != null && cover.isChosen()
                ? Optional.empty()
                : first(publication, held.getOrDefault(publication.id(), List.of()));
    }

    private static boolean isOf(@Nullable Cover cover, HeldFile file) {
        return cover != null && cover.source().equals(file.file().sha256());
    }

    /** The first open PDF of a published one. */
    private Optional<HeldFile> first(Publication publication, List<HeldFile> held) {
        return publication.state() != State.PUBLISHED
                ? Optional.empty()
                : held.stream()
                        .filter(each ->
                                each.file().mediaType().equals("application/pdf") && isOpen(publication, each.file()))
                        .findFirst();
    }

    private boolean isOpen(Publication publication, PublicationFile file) {
        LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
        return !PublicationFiles.isPending(file)
                && Access.of(publication.metadata().value(Element.ACCESS))
                        .orElse(Access.OPEN)
                        .opens(file, today);
    }

    /**
     * Whether the public may see a cover: one that a person chose, and the first page of what everybody may open.
     *
     * @param held the files of the publication
     */
    public boolean isShown(Publication publication, Cover cover, List<HeldFile> held) {
        return cover.exists()
                && publication.state() == State.PUBLISHED
                && (cover.isChosen()
                        || held.stream()
                                .anyMatch(each -> each.file().sha256().equals(cover.source())
                                        && isOpen(publication, each.file())));
    }

    /**
     * Takes one of a publication's pictures as its cover.
     *
     * @param name of the file
     * @param alt what it shows, in one language at least
     * @throws Refused where there is no such file, it is no picture, or the texts are too long or missing
     */
    public Cover choose(PublicationId id, String name, Labels alt, String credit) {
        HeldFile file = drawable(id, name);
        OfferedPicture.check(alt, credit);
        try {
            Cover cover = pen.cover(file, true, alt, credit).orElseThrow(() -> unusable(name));
            return house.transactions().run(() -> {
                house.publications().lock(List.of(id));
                if (!isOf(cover, drawable(id, name))) {
                    throw unusable(name);
                }
                covers.keep(cover);
                return cover;
            });
        } finally {
            pen.rest();
        }
    }

    /**
     * Takes a picture that is no file of the publication as its cover. Nothing of it is kept but the sizes that pages show.
     *
     * @param content JPEG or PNG; it is not closed
     * @param alt what it shows, in one language at least
     * @throws Refused where it is no such picture, is too large, or the texts are too long or missing
     * @throws IOException where the content breaks off, or the disk does not take it
     */
    public Cover take(PublicationId id, InputStream content, Labels alt, String credit) throws IOException {
        OfferedPicture offered = OfferedPicture.read(content, alt, credit);
        Path picture = Files.createTempFile("picture", null);
        try {
            Files.write(picture, offered.bytes());
            Picture[] drawn = pen.draw(picture, offered.mediaType());
            if (drawn.length == 0) {
                throw OfferedPicture.none();
            }
            Cover cover = Cover.drawn(id, offered.sha256(), true, drawn, alt, credit);
            return house.transactions().run(() -> {
                Publication now = house.publications().lock(List.of(id)).get(id);
                if (now == null || now.isErased()) {
                    throw new UnknownPublication(id);
                }
                covers.keep(cover);
                return cover;
            });
        } catch (TextParserProcess.Died spoilt) {
            throw OfferedPicture.none();
        } finally {
            Files.delete(picture);
            pen.rest();
        }
    }

    /** Of what belongs to the publication: what is only proposed is not for the public. */
    private HeldFile drawable(PublicationId id, String name) {
        return house.files().of(id).stream()
                .filter(each -> each.file().name().equals(name)
                        && !PublicationFiles.isPending(each.file())
                        && FirstPage.isDrawable(each.file().mediaType()))
                .findFirst()
                .orElseThrow(() -> unusable(name));
    }

    private static Refused unusable(String name) {
        return new Refused(Finding.of(Rule.MALFORMED_PARAMETER, "/file", name));
    }

    /** Whether a picture can be made of files of a media type. */
    public static boolean isDrawable(String mediaType) {
        return FirstPage.isDrawable(mediaType);
    }

    /** Shows a publication with the first page of its document again, instead of a picture that was chosen. */
    public void forget(PublicationId id) {
        covers.remove(id);
        try {
            house.publications().find(id).ifPresent(each -> draw(List.of(each), () -> false));
        } finally {
            pen.rest();
        }
    }
}
