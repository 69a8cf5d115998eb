package org.acervo.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Makes real documents, good and bad ones. */
final class Documents {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String SPANISH = "La gestión de la migración en el sur y los retornos de personas con sus familias";

    private Documents() {}

    private interface Drawing {
        void on(PDDocument document) throws IOException;
    }

    private static Path pdf(Path file, Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            drawing.on(document);
            document.save(file.toFile());
        }
        return file;
    }

    private static void write(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            int y = 700;
            for (String line : lines) {
                content.beginText();
                content.newLineAtOffset(50, y);
                content.showText(line);
                content.endText();
                y -= 40;
            }
        }
    }

    static Path pdf(Path file, String title, String... lines) throws IOException {
        return pdf(file, document -> {
            write(document, lines);
            write(document, lines);
            document.getDocumentInformation().setTitle(title);
            GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            made.clear();
            made.set(2021, 1, 15);
            document.getDocumentInformation().setCreationDate(made);
        });
    }

    static Path scannedPdf(Path file) throws IOException {
        return pdf(file, document -> {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage image = new BufferedImage(200, 300, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 600, 800);
            }
        });
    }

    static Path encryptedPdf(Path file) throws IOException {
        return pdf(file, document -> {
            write(document, "A secret line of text");
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
    }

    static Path brokenPdf(Path file) throws IOException {
        return Files.writeString(file, "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nxref garbage");
    }

    static Path zip(Path file, Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static Map<String, String> docxParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/word/document.xml' ContentType='" + DOCX + ".main+xml'/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                        + " Target='word/document.xml'/></Relationships>");
        return parts;
    }

    static Path docx(Path file, String... paragraphs) throws IOException {
        Map<String, String> parts = docxParts();
        StringBuilder body = new StringBuilder();
        for (String each : paragraphs) {
            body.append("<w:p><w:r><w:t>").append(each).append("</w:t></w:r></w:p>");
        }
        parts.put(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                                .repeat(paragraphs.length > 0 && paragraphs[0].contains("&x;") ? 1 : 0)
                        + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                        + body
                        + "</w:body></w:document>");
        return zip(file, parts);
    }

    /** Some hundred kilobytes that become hundreds of megabytes. */
    static Path bomb(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : docxParts().entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            write(
                    zip,
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>");
            byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 400; i++) {
                zip.write(block);
            }
            write(zip, "boom</w:t></w:r></w:p></w:body></w:document>");
        }
        return file;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static Path odt(Path file, String title, String... paragraphs) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", ODT);
        parts.put(
                "meta.xml",
                "<office:document-meta xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'><office:meta><dc:title>" + title
                        + "</dc:title></office:meta></office:document-meta>");
        StringBuilder body = new StringBuilder();
        for (String each : paragraphs) {
            body.append("<text:p>").append(each).append("</text:p>");
        }
        parts.put(
                "content.xml",
                "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
                        + body
                        + "</office:text></office:body></office:document-content>");
        return zip(file, parts);
    }
}
