package org.acervo.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.acervo.files.Extraction.Status;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the text of one document at a time. What is put into it, attachments and pictures, is not read. A hostile document
 * may take all memory and never end: {@link TextParserProcess} keeps it away from the server.
 */
final class TextParser {

    private static final long PDF_MEMORY = 32L << 20;

    /** Pages with fewer letters than this, on average, are pictures. */
    private static final int LETTERS_A_PAGE = 5;

    private static final Map<String, Supplier<Parser>> PARSERS = parsers();

    /** What was found. */
    record Parsed(Status status, String text, Proposal proposal) {
        static Parsed without(Status status) {
            return new Parsed(status, "", Proposal.NONE);
        }
    }

    private static Map<String, Supplier<Parser>> parsers() {
        Map<String, Supplier<Parser>> parsers = new HashMap<>();
        parsers.put("application/pdf", PDFParser::new);
        parsers.put("application/rtf", RTFParser::new);
        parsers.put("application/epub+zip", EpubParser::new);
        parsers.put("text/html", JSoupParser::new);
        parsers.put("application/xhtml+xml", JSoupParser::new);
        for (String office : new String[] {"msword", "vnd.ms-excel", "vnd.ms-powerpoint"}) {
            parsers.put("application/" + office, OfficeParser::new);
        }
        for (String ooxml : new String[] {
            "wordprocessingml.document",
            "spreadsheetml.sheet",
            "presentationml.presentation",
            "presentationml.slideshow"
        }) {
            parsers.put("application/vnd.openxmlformats-officedocument." + ooxml, OOXMLParser::new);
        }
        for (String odf : new String[] {"text", "spreadsheet", "presentation"}) {
            parsers.put("application/vnd.oasis.opendocument." + odf, OpenDocumentParser::new);
        }
        return Map.copyOf(parsers);
    }

    /** Whether documents of a media type have a text to be read. */
    static boolean isReadable(String type) {
        return PARSERS.containsKey(type) || type.startsWith("text/") || type.equals("application/x-subrip");
    }

    /** Reads a document of a readable type. Errors of the virtual machine are let out. */
    Parsed parse(Path file, String type) {
        Gathered text = new Gathered(Extraction.LONGEST);
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, type);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            SecureContentHandler secure = new SecureContentHandler(text, in);
            Parser parser = PARSERS.getOrDefault(type, TXTParser::new).get();
            parser.parse(in, secure, metadata, context());
        } catch (EncryptedDocumentException encrypted) {
            return Parsed.without(Status.ENCRYPTED);
        } catch (TikaException | SAXException | IOException | RuntimeException failed) {
            if (!isFull(failed)) {
                return Parsed.without(isEncrypted(failed) ? Status.ENCRYPTED : Status.FAILED);
            }
        }
        Proposal proposal = Guess.of(metadata, text.text());
        Integer pages = proposal.pages();
        boolean scan =
                type.equals("application/pdf") && pages != null && text.letters() < (long) LETTERS_A_PAGE * pages;
        return new Parsed(scan ? Status.SCAN : Status.SEARCHED, text.text(), proposal);
    }

    private static boolean isFull(Throwable failed) {
        Throwable each = failed;
        while (each != null && !(each instanceof Gathered.Full)) {
            each = each.getCause();
        }
        return each != null;
    }

    private static boolean isEncrypted(Throwable failed) {
        Throwable each = failed;
        while (each != null && !(each instanceof org.apache.poi.EncryptedDocumentException)) {
            each = each.getCause();
        }
        return each != null;
    }

    private static ParseContext context() {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setMaxMainMemoryBytes(PDF_MEMORY);
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        office.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        return context;
    }

    /** Leaves what is embedded alone. */
    private static final class Nothing implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // it is left alone
        }
    }
}
