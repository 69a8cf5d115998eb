package org.acervo.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the services of this package. */
@ApplicationScoped
class FilesBeans {

    private static final String TYPES = "application/pdf application/rtf application/epub+zip application/zip"
            + " application/msword application/vnd.ms-excel application/vnd.ms-powerpoint"
            + " application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            + " application/vnd.openxmlformats-officedocument.presentationml.presentation"
            + " application/vnd.openxmlformats-officedocument.presentationml.slideshow"
            + " application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.spreadsheet"
            + " application/vnd.oasis.opendocument.presentation"
            + " text/plain text/csv text/tsv text/tab-separated-values text/x-web-markdown text/vtt application/x-subrip"
            + " image/jpeg image/png image/gif image/tiff image/webp"
            + " audio/mpeg audio/mp4 audio/ogg audio/vorbis audio/vnd.wave audio/x-wav audio/x-flac"
            + " video/mp4 video/webm video/ogg video/x-m4v video/quicktime video/mpeg application/mp4"
            + " application/json application/geo+json application/vnd.google-earth.kml+xml"
            + " application/vnd.google-earth.kmz";

    /** So that reading everything again is no burden. */
    private static final long FIXITY_BYTES_PER_SECOND = 30L << 20;

    /** How long the text of a document may take to be read, with how much memory, and how large the document may be. */
    private static final Duration READING = Duration.ofSeconds(60);

    /** How long the first page of a document may take to be drawn. */
    private static final Duration DRAWING = Duration.ofSeconds(30);

    private static final String READING_MEMORY = "256m";
    private static final long LARGEST_READ = 256L << 20;

    /** The folder of all that has to do with files. */
    private static Path folder(String data) {
        return Path.of(data).toAbsolutePath().resolve("files");
    }

    /** A size as an operator writes it: 512K, 256M or 4G. */
    private static long bytes(String size) {
        int shift = 10 * (1 + "KMG".indexOf(size.charAt(size.length() - 1)));
        return Long.parseLong(size.substring(0, size.length() - 1)) << shift;
    }

    @Produces
    @Singleton
    Uploads uploads(@ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data, Staging staging) {
        return new Uploads(folder(data).resolve("uploads"), staging.largest());
    }

    @Produces
    @Singleton
    Staging staging(
            @ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data,
            @ConfigProperty(name = "ACERVO_FILE_TYPES") Optional<String> types,
            @ConfigProperty(name = "ACERVO_MAX_FILE_SIZE", defaultValue = "5G") String largest,
            Clock clock) {
        return new Staging(folder(data).resolve("staging"), new MediaTypes(types.orElse(TYPES)), bytes(largest), clock);
    }

    @Produces
    @Singleton
    OcflStore store(@ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data, Repository repository) {
        return new OcflStore(folder(data).resolve("ocfl"), folder(data).resolve("ocfl-work"), repository);
    }

    void close(@Disposes OcflStore store) {
        store.close();
    }

    @Produces
    @Singleton
    Contents contents(PublicationFiles files, Staging staging, OcflStore store) {
        return new Contents(files, staging, store);
    }

    @Produces
    @Singleton
    Download download(Contents contents) {
        return new Download(contents);
    }

    @Produces
    @Singleton
    Preserver preserver(
            PublicationFiles files,
            Preservations preservations,
            Transactions transactions,
            Staging staging,
            OcflStore store,
            Clock clock) {
        return new Preserver(files, preservations, transactions, staging, store, clock);
    }

    @Produces
    @Singleton
    Extractor extractor(
            @ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data,
            PublicationFiles files,
            Extractions extractions,
            Contents contents,
            Extractor.Catalogue catalogue) {
        TextParserProcess parser = new TextParserProcess(folder(data).resolve("reading"), READING, READING_MEMORY);
        return new Extractor(files, extractions, contents, catalogue, parser, LARGEST_READ);
    }

    @Produces
    @Singleton
    CoverDrawing drawing(
            @ConfigProperty(name = "ACERVO_DATA", defaultValue = "data") String data,
            CoverDrawing.House house,
            Covers covers) {
        TextParserProcess process = new TextParserProcess(folder(data).resolve("drawing"), DRAWING, READING_MEMORY);
        return new CoverDrawing(house, covers, process, LARGEST_READ);
    }

    @Produces
    @Singleton
    CoverDrawing.House drawn(
            Publications publications,
            PublicationFiles files,
            Contents contents,
            Memory memory,
            Transactions transactions,
            Clock clock) {
        return new CoverDrawing.House(publications, files, contents, memory, transactions, clock);
    }

    @Produces
    @Singleton
    Extractor.Catalogue catalogue(
            Publications publications, Disseminations disseminations, Transactions transactions, Clock clock) {
        return new Extractor.Catalogue(publications, disseminations, transactions, clock);
    }

    @Produces
    @Singleton
    Fixity fixity(
            Preservations preservations,
            Contents contents,
            @ConfigProperty(name = "ACERVO_FIXITY_DAYS", defaultValue = "30") int days) {
        return new Fixity(preservations, contents, Duration.ofDays(days), FIXITY_BYTES_PER_SECOND);
    }
}
