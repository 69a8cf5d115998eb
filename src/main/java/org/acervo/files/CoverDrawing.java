package org.acervo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
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
import org.acervo.files.Cover.Picture;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Draws the first pages of what is published and open, one after the other, as it follows the changes; and makes the
 * pictures that people choose. Each document is read in a process of its own. Thread-safe.
 */
public class CoverDrawing {

    private static final Logger LOG = Logger.getLogger(CoverDrawing.class.getName());
    private static final String PLACE = "covers-drawn-up-to";
    private static final int PAGE = 200;
    private static final int LONGEST_CREDIT = 500;

    /** In bytes, of one that comes by itself. */
    public static final int LARGEST_PICTURE = 20 << 20;

    private static final int DIGEST = 24;

    private final Publications publications;
    private final PublicationFiles files;
    private final Covers covers;
    private final Contents contents;
    private final Memory memory;
    private final TextParserProcess process;
    private final long largest;
    private final Clock clock;
    private volatile boolean stopped;

    /** What is read. */
    record House(Publications publications, PublicationFiles files, Contents contents, Memory memory, Clock clock) {}

    /** @param largest how many bytes a document may have to be drawn */
    CoverDrawing(House house, Covers covers, TextParserProcess process, long largest) {
        this.publications = house.publications();
        this.files = house.files();
        this.contents = house.contents();
        this.memory = house.memory();
        this.clock = house.clock();
        this.covers = covers;
        this.process = process;
        this.largest = largest;
    }

    /** Draws what has changed since the last time. It can be stopped at any point, by a kill too. */
    public synchronized void run() {
        try (process) {
            boolean all = false;
            while (!all && !stopped) {
                long after = memory.recall(PLACE).map(Long::parseLong).orElse(0L);
                Publications.Since since = publications.since(after, PAGE);
                draw(since.changed());
                if (!stopped && since.last() != after) {
                    memory.keep(PLACE, Long.toString(since.last()));
                }
                all = since.isAll();
            }
        }
    }

    /** Has it end soon. */
    public void stop() {
        stopped = true;
        process.close();
    }

    private void draw(List<Publication> changed) {
        List<PublicationId> ids = changed.stream().map(Publication::id).toList();
        Map<PublicationId, List<HeldFile>> held = files.ofAll(ids);
        Map<PublicationId, Cover> known = held.isEmpty() ? Map.of() : covers.ofAll(held.keySet());
        for (Publication each : changed) {
            Cover cover = known.get(each.id());
            HeldFile first =
                    first(each, held.getOrDefault(each.id(), List.of())).orElse(null);
            boolean isWanted = cover == null || !cover.isChosen();
            if (!stopped && isWanted && first != null && !isOf(cover, first)) {
                covers.keep(cover(first, false, Labels.same(""), "")
                        .orElseGet(() -> Cover.none(each.id(), first.file().sha256())));
            }
        }
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
    public synchronized Cover choose(PublicationId id, String name, Labels alt, String credit) {
        HeldFile file = files.of(id).stream()
                .filter(each -> each.file().name().equals(name)
                        && FirstPage.isDrawable(each.file().mediaType()))
                .findFirst()
                .orElseThrow(() -> new Refused(Finding.of(Rule.MALFORMED_PARAMETER, "/file", name)));
        check(alt, credit);
        try (process) {
            Cover cover = cover(file, true, alt, credit)
                    .orElseThrow(() -> new Refused(Finding.of(Rule.MALFORMED_PARAMETER, "/file", name)));
            covers.keep(cover);
            return cover;
        }
    }

    /**
     * Takes a picture that is no file of the publication as its cover. Nothing of it is kept but the sizes that pages show.
     *
     * @param content JPEG or PNG; it is not closed
     * @param alt what it shows, in one language at least
     * @throws Refused where it is no such picture, is too large, or the texts are too long or missing
     */
    public Cover take(PublicationId id, InputStream content, Labels alt, String credit) throws IOException {
        check(alt, credit);
        byte[] bytes = content.readNBytes(LARGEST_PICTURE + 1);
        if (bytes.length > LARGEST_PICTURE) {
            throw new Refused(Finding.of(Rule.FILE_TOO_LARGE, "/picture", null, String.valueOf(LARGEST_PICTURE)));
        }
        Path picture = Files.createTempFile("picture", null);
        try {
            Files.write(picture, bytes);
            return take(id, picture, digest(bytes), type(bytes), alt, credit);
        } finally {
            Files.delete(picture);
        }
    }

    private synchronized Cover take(
            PublicationId id, Path picture, String source, String type, Labels alt, String credit) throws IOException {
        try (process) {
            Picture[] drawn = process.draw(picture, type);
            if (drawn.length == 0) {
                throw noPicture();
            }
            Cover cover = new Cover(id, source, true, shortDigest(drawn[0].bytes()), drawn[0], drawn[1], alt, credit);
            covers.keep(cover);
            return cover;
        }
    }

    private static String type(byte[] content) {
        if (content.length > 8 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8) {
            return "image/jpeg";
        }
        if (content.length > 8 && (content[0] & 0xFF) == 0x89 && content[1] == 'P' && content[2] == 'N') {
            return "image/png";
        }
        throw noPicture();
    }

    private static Refused noPicture() {
        return new Refused(Finding.of(Rule.MEDIA_TYPE_NOT_ALLOWED, "/picture", null, List.of("JPEG", "PNG")));
    }

    private static void check(Labels alt, String credit) {
        if (alt.distinct().stream().allMatch(String::isBlank)) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/alt", null));
        }
        if (credit.length() > LONGEST_CREDIT
                || alt.distinct().stream().anyMatch(each -> each.length() > LONGEST_CREDIT)) {
            throw new Refused(Finding.of(Rule.TOO_LONG, "/credit", null, String.valueOf(LONGEST_CREDIT)));
        }
    }

    /** Whether a picture can be made of files of a media type. */
    public static boolean isDrawable(String mediaType) {
        return FirstPage.isDrawable(mediaType);
    }

    /** Shows a publication with the first page of its document again, instead of a picture that was chosen. */
    public synchronized void forget(PublicationId id) {
        covers.remove(id);
        try (process) {
            publications.find(id).ifPresent(each -> draw(List.of(each)));
        }
    }

    private Optional<Cover> cover(HeldFile held, boolean chosen, Labels alt, String credit) {
        PublicationFile file = held.file();
        Path path = file.size() > largest ? null : contents.locate(held);
        if (path == null) {
            return Optional.empty();
        }
        try {
            Picture[] drawn = process.draw(path, file.mediaType());
            return drawn.length == 0
                    ? Optional.empty()
                    : Optional.of(new Cover(
                            file.publication(),
                            file.sha256(),
                            chosen,
                            shortDigest(drawn[0].bytes()),
                            drawn[0],
                            drawn[1],
                            alt,
                            credit));
        } catch (IOException died) {
            LOG.log(Level.WARNING, "No picture can be made of the content {0}", file.sha256());
            return Optional.empty();
        }
    }

    private static String shortDigest(byte[] picture) {
        return digest(picture).substring(0, DIGEST);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
