package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acervo.files.Extraction.Status;
import org.acervo.files.TextParser.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads real documents, in the process that does it and without. */
class TextParserTest {

    private static final String PDF = "application/pdf";

    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Parsed parse(Path file, String type) {
        return new TextParser().parse(file, type);
    }

    @Test
    void readsAPdf() throws IOException {
        Parsed parsed = parse(Documents.pdf(file("a"), "Línea de base", Documents.SPANISH, "Segunda línea"), PDF);
        assertThat(parsed.status()).isEqualTo(Status.SEARCHED);
        assertThat(parsed.text()).startsWith(Documents.SPANISH + "\n").contains("Segunda línea");
        assertThat(parsed.proposal()).isEqualTo(new Proposal("Línea de base", "2021-02", "es", 2));
    }

    @Test
    void proposesTheFirstLineWhereATitleSaysNothing() throws IOException {
        Path pdf = Documents.pdf(file("a"), "Microsoft Word - Final_v3.doc", "7", "Displacement in the north");
        assertThat(parse(pdf, PDF).proposal().title()).isEqualTo("Displacement in the north");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        assertThat(parse(Documents.scannedPdf(file("scan")), PDF).status()).isEqualTo(Status.SCAN);
        assertThat(parse(Documents.encryptedPdf(file("secret")), PDF).status()).isEqualTo(Status.ENCRYPTED);
        assertThat(parse(Documents.brokenPdf(file("broken")), PDF).status()).isEqualTo(Status.FAILED);
        assertThat(parse(Documents.brokenPdf(file("liar")), Documents.DOCX).status())
                .isEqualTo(Status.FAILED);
        assertThat(parse(file("missing"), PDF).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void readsOfficeDocuments() throws IOException {
        Parsed word = parse(Documents.docx(file("a"), Documents.SPANISH, "x\u00A0 \t y"), Documents.DOCX);
        assertThat(word.text()).isEqualTo(Documents.SPANISH + "\nx y");
        Parsed odt = parse(Documents.odt(file("b"), "Le titre entier", "Première page", "Deuxième"), Documents.ODT);
        assertThat(odt.text()).isEqualTo("Première page\nDeuxième");
        assertThat(odt.proposal().title()).isEqualTo("Le titre entier");
    }

    @Test
    void readsPlainTextMarkupAndBooks() throws IOException {
        Path text = Files.writeString(file("a"), "Uno\r\n\r\n\u0007dos\u200B  tres\u202E\uFEFF 😀\n");
        assertThat(parse(text, "text/plain").text()).isEqualTo("Uno\ndos tres 😀");
        Path html = Files.writeString(
                file("b"), "<title>T</title><p>Hola <b>mundo</b></p><script>alert(1)</script><p>fin</p>");
        assertThat(parse(html, "text/html").text()).isEqualTo("Hola mundo\nfin");
        Path rtf = Files.writeString(file("c"), "{\\rtf1\\ansi Relat\\'f3rio\\par final}");
        assertThat(parse(rtf, "application/rtf").text()).isEqualTo("Relatório\nfinal");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"
                        + "<rootfile full-path='a.opf' media-type='application/oebps-package+xml'/></rootfiles></container>");
        parts.put(
                "a.opf",
                "<package xmlns='http://www.idpf.org/2007/opf' version='2.0'><metadata/><manifest>"
                        + "<item id='one' href='one.xhtml' media-type='application/xhtml+xml'/></manifest>"
                        + "<spine><itemref idref='one'/></spine></package>");
        parts.put("one.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Capítulo uno</p></body></html>");
        assertThat(parse(Documents.zip(file("d"), parts), "application/epub+zip")
                        .text())
                .isEqualTo("Capítulo uno");
    }

    @Test
    void keepsNoMoreThanFits() throws IOException {
        Path text = Files.writeString(file("a"), "palabra ".repeat(300_000));
        Parsed parsed = parse(text, "text/plain");
        assertThat(parsed.status()).isEqualTo(Status.SEARCHED);
        assertThat(parsed.text()).hasSizeBetween(Extraction.LONGEST - 10, Extraction.LONGEST);
    }

    @Test
    void resolvesNoEntityFromOutside() throws IOException {
        Parsed parsed = parse(Documents.docx(file("a"), "before &x; after"), Documents.DOCX);
        assertThat(parsed.text())
                .doesNotContain(Files.readString(Path.of("/etc/hostname")).strip());
    }

    @Test
    @Timeout(60)
    void aBombDoesNotGoOff() throws IOException {
        assertThat(parse(Documents.bomb(file("a")), Documents.DOCX).status()).isEqualTo(Status.FAILED);
    }

    private TextParserProcess process(int seconds, String memory) {
        return new TextParserProcess(folder.resolve("scratch"), Duration.ofSeconds(seconds), memory);
    }

    @Test
    void aProcessReadsOneAfterTheOther() throws IOException {
        try (TextParserProcess process = process(30, "128m")) {
            Path pdf = Documents.pdf(file("a"), "Línea de base", Documents.SPANISH);
            assertThat(process.parse(pdf, PDF)).isEqualTo(parse(pdf, PDF));
            Path long_ = Files.writeString(file("b"), "ñandú ".repeat(100_000));
            assertThat(process.parse(long_, "text/plain")).isEqualTo(parse(long_, "text/plain"));
            assertThat(process.parse(file("missing"), PDF).status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    @Timeout(60)
    void whatTakesTooLongIsGivenUp() throws Exception {
        Path endless = file("pipe");
        new ProcessBuilder("mkfifo", endless.toString()).start().waitFor();
        try (TextParserProcess process = process(2, "128m")) {
            assertThat(process.parse(endless, "text/plain").status()).isEqualTo(Status.TIMED_OUT);
            Path next = Files.writeString(file("a"), "the next one");
            assertThat(process.parse(next, "text/plain").text()).isEqualTo("the next one");
        }
    }

    @Test
    @Timeout(60)
    void whatTakesAllMemoryKillsOnlyTheProcess() throws IOException {
        Path greedy = Files.writeString(file("greedy"), "<p>a<b>b</b></p>".repeat(2_000_000));
        try (TextParserProcess process = process(50, "32m")) {
            assertThatThrownBy(() -> process.parse(greedy, "text/html")).isInstanceOf(TextParserProcess.Died.class);
            Path next = Files.writeString(file("a"), "the next one");
            assertThat(process.parse(next, "text/plain").text()).isEqualTo("the next one");
        }
    }
}
