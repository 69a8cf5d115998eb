package org.acervo.library;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.acervo.catalog.Access;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.jspecify.annotations.Nullable;

/** Says what a reader must know of files. Thread-safe. */
record FileLines(PublicationFiles files, Repository repository, Clock clock) {

    private static final long KILO = 1_000;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Access access(Publication publication) {
        return Access.of(publication.metadata().value(Element.ACCESS)).orElse(Access.OPEN);
    }

    /** Whether the public may have a file now. */
    boolean isOpen(Publication publication, PublicationFile file) {
        return access(publication).opens(file, today());
    }

    /** The kept files in their order. */
    List<PublicationFile> kept(PublicationId id) {
        return files.of(id).stream()
                .map(HeldFile::file)
                .filter(each -> each.standing() == Standing.KEPT)
                .toList();
    }

    /** Files as formats render them. */
    List<Item.File> items(Publication publication, List<PublicationFile> kept) {
        return kept.stream()
                .map(each -> Item.File.of(
                        each, repository.fileAddress(publication.id(), each.name()), access(publication), today()))
                .toList();
    }

    /** Files as the page lists them. */
    List<FileView> lines(Publication publication, List<PublicationFile> kept, Reader reader) {
        return kept.stream().map(each -> line(publication, each, reader)).toList();
    }

    private FileView line(Publication publication, PublicationFile file, Reader reader) {
        boolean open = isOpen(publication, file);
        String address = repository.fileAddress(publication.id(), file.name());
        return new FileView(
                file.name(),
                open
                        ? reader.request().root()
                                + address.substring(repository.baseUrl().length() + 1)
                        : null,
                facts(file, reader),
                file.description(),
                file.language(),
                open ? null : closed(publication, file, reader));
    }

    private static String facts(PublicationFile file, Reader reader) {
        List<String> facts = new ArrayList<>(List.of(kind(file), size(file.size(), reader.locale())));
        String language = file.language();
        if (language != null) {
            facts.add(reader.languageName(language));
        }
        return String.join(" · ", facts);
    }

    /** The ending of the name, or what follows the slash of the media type. */
    private static String kind(PublicationFile file) {
        int dot = file.name().lastIndexOf('.');
        String kind =
                dot > 0 ? file.name().substring(dot + 1) : file.mediaType().replaceFirst(".*/", "");
        return kind.toUpperCase(Locale.ROOT);
    }

    /** In units of a thousand. */
    static String size(long bytes, Locale locale) {
        double size = bytes;
        int unit = -1;
        while (size >= KILO && unit < UNITS.length - 1) {
            size /= KILO;
            unit++;
        }
        return unit < 0 ? bytes + " B" : String.format(locale, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }

    /** Why a file cannot be had. */
    String closed(Publication publication, PublicationFile file, Reader reader) {
        Access access = access(publication);
        LocalDate day = opens(access, file);
        return day == null
                ? reader.text("closed." + (access == Access.OPEN ? Access.EMBARGOED : access).code())
                : reader.text("closed.until")
                        .replace("{0}", reader.dates().day(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private static @Nullable LocalDate opens(Access access, PublicationFile file) {
        return access == Access.OPEN || access == Access.EMBARGOED ? file.embargo() : null;
    }
}
