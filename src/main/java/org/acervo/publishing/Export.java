package org.acervo.publishing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.XmlWriter;
import org.acervo.format.Citations;
import org.acervo.format.MetadataFormat;
import org.acervo.format.MetadataFormats;
import org.acervo.format.PublicationCsv;

/** Writes any number of publications, in constant memory and in the order in which they are named. Thread-safe. */
public class Export {

    private static final int BLOCK = 200;

    /** A form in which publications are handed out. */
    public enum Form {
        /** Comma-separated values that come back in: what is worked on, as {@link PublicationCsv} writes it. */
        CSV("text/csv; charset=utf-8", "csv"),
        BIBTEX("application/x-bibtex; charset=utf-8", "bib"),
        RIS("application/x-research-info-systems; charset=utf-8", "ris"),
        /** Simple Dublin Core, as harvesters get it, the records in one element {@code records}. */
        OAI_DC("application/xml; charset=utf-8", "xml");

        private final String mediaType;
        private final String extension;

        Form(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        public String mediaType() {
            return mediaType;
        }

        /** Of file names, without the dot. */
        public String extension() {
            return extension;
        }
    }

    private final Publications publications;
    private final Changes changes;
    private final Renderer renderer;
    private final Citations citations;
    private final MetadataFormat dublinCore;

    Export(
            Publications publications,
            Changes changes,
            Renderer renderer,
            Citations citations,
            MetadataFormats formats) {
        this.publications = publications;
        this.changes = changes;
        this.renderer = renderer;
        this.citations = citations;
        this.dublinCore = formats.find("oai_dc").orElseThrow();
    }

    private interface Sink {
        void write(List<Publication> block) throws IOException;
    }

    /**
     * Writes those of the publications that are there and that whoever asks may see; the stream stays open.
     *
     * @throws IOException where nobody takes what is written any more
     */
    public void write(Form form, Iterator<PublicationId> ids, Predicate<Publication> mayBeSeen, OutputStream stream)
            throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        switch (form) {
            case CSV -> csv(ids, mayBeSeen, out);
            case BIBTEX ->
                each(ids, mayBeSeen, block -> {
                    for (Item item : items(block)) {
                        out.write(citations.bibTex(item));
                    }
                });
            case RIS ->
                each(ids, mayBeSeen, block -> {
                    for (Item item : items(block)) {
                        out.write(citations.ris(item));
                    }
                });
            case OAI_DC -> xml(ids, mayBeSeen, out);
        }
        out.flush();
    }

    /** With a mark by which Excel knows UTF-8. */
    private void csv(Iterator<PublicationId> ids, Predicate<Publication> mayBeSeen, Writer out) throws IOException {
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(PublicationCsv.COLUMNS);
        each(ids, mayBeSeen, block -> {
            block.forEach(each -> csv.writeRecord(PublicationCsv.row(each)));
            csv.flush();
        });
    }

    private void xml(Iterator<PublicationId> ids, Predicate<Publication> mayBeSeen, Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n");
        each(ids, mayBeSeen, block -> {
            for (Item item : items(block)) {
                XmlWriter xml = new XmlWriter();
                dublinCore.write(item, xml);
                out.write(xml.toString());
                out.write('\n');
            }
        });
        out.write("</records>\n");
    }

    private void each(Iterator<PublicationId> ids, Predicate<Publication> mayBeSeen, Sink sink) throws IOException {
        while (ids.hasNext()) {
            List<PublicationId> block = new ArrayList<>(BLOCK);
            while (ids.hasNext() && block.size() < BLOCK) {
                block.add(ids.next());
            }
            Map<PublicationId, Publication> found = publications.findAll(block);
            sink.write(block.stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .filter(each -> !each.isErased() && mayBeSeen.test(each))
                    .toList());
        }
    }

    /** What the public sees of those that are public, and what the others would look like. */
    private List<Item> items(List<Publication> block) {
        Set<PublicationId> ids = new HashSet<>();
        block.forEach(each -> ids.add(each.id()));
        Surroundings surroundings = changes.surroundings(ids);
        return block.stream().map(each -> renderer.item(each, surroundings)).toList();
    }
}
