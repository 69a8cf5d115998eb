package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final byte[] TEXT = "Migración\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Staging staging;

    @BeforeEach
    void open() {
        staging = new Staging(
                folder,
                new MediaTypes("text/plain application/pdf image/*"),
                100_000,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static String sha256(byte[] content) throws IOException {
        return Interrupted.sha256(stream(content));
    }

    private void refused(Rule rule, Incoming incoming, InputStream content) throws IOException {
        assertThatThrownBy(() -> staging.receive(incoming, content))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.rule()).isEqualTo(rule)));
        assertThat(everything()).as("nothing is kept").isEmpty();
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aContentLiesUnderItsDigest() throws IOException {
        Staged staged = staging.receive(Incoming.named("a n\u0303.txt"), stream(TEXT));
        assertThat(staged.name()).isEqualTo("a ñ.txt");
        assertThat(staged.size()).isEqualTo(TEXT.length);
        assertThat(staged.sha256()).isEqualTo(sha256(TEXT));
        assertThat(staged.mediaType()).isEqualTo("text/plain");
        assertThat(staged.findings()).isEmpty();
        assertThat(staging.find(staged.sha256()))
                .hasValueSatisfying(path -> assertThat(path).hasBinaryContent(TEXT));
        assertThat(everything()).hasSize(1);
    }

    @Test
    void theSameContentTwiceIsThereOnceAndStaysWhileAnyoneHoldsIt() {
        Staged one = staging.receive(Incoming.named("a.txt"), stream(TEXT));
        Staged two = staging.receive(Incoming.named("b.txt"), stream(TEXT));
        staging.remove(one.sha256());
        assertThat(staging.find(one.sha256())).isPresent();
        one.close();
        one.close();
        staging.remove(one.sha256());
        assertThat(staging.find(one.sha256())).as("somebody else holds it").isPresent();
        two.close();
        staging.remove(one.sha256());
        assertThat(staging.find(one.sha256())).isEmpty();
    }

    @Test
    void aContentThatIsHereAlreadyIsTakenOverWithoutMovingIt() throws IOException {
        Path source = folder.resolveSibling("source.txt");
        Files.write(source, TEXT);
        Staged staged = staging.adopt(new Incoming("a.txt", TEXT.length, List.of()), source);
        assertThat(staging.find(staged.sha256()))
                .hasValueSatisfying(path -> assertThat(path).hasBinaryContent(TEXT));
        assertThat(source).exists();
        assertThatThrownBy(() -> staging.adopt(new Incoming("a.txt", 3, List.of()), source))
                .isInstanceOf(Refused.class);
        assertThat(everything()).hasSize(1);
        Files.delete(source);
    }

    @Test
    void whatDoesNotComeWholeIsRefused() throws IOException {
        refused(Rule.INCOMPLETE_UPLOAD, new Incoming("a.txt", TEXT.length + 1, List.of()), stream(TEXT));
        refused(Rule.INCOMPLETE_UPLOAD, new Incoming("a.txt", TEXT.length - 1, List.of()), stream(TEXT));
        refused(Rule.INCOMPLETE_UPLOAD, Incoming.named("a.txt"), new InputStream() {
            private int left = 70_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("Connection reset");
                }
                return 'x';
            }
        });
    }

    @Test
    void whatIsEmptyOrTooLargeIsRefused() throws IOException {
        refused(Rule.EMPTY_FILE, new Incoming("a.txt", 0, List.of()), stream(new byte[0]));
        refused(Rule.EMPTY_FILE, Incoming.named("a.txt"), stream(new byte[0]));
        refused(Rule.FILE_TOO_LARGE, new Incoming("a.txt", 100_001, List.of()), stream(TEXT));
        refused(
                Rule.FILE_TOO_LARGE,
                Incoming.named("a.txt"),
                stream("x".repeat(100_001).getBytes(StandardCharsets.US_ASCII)));
        refused(Rule.MALFORMED_FILE_NAME, Incoming.named("a/b.txt"), stream(TEXT));
    }

    @Test
    void anotherContentThanAnnouncedIsRefused() throws IOException {
        ContentDigest right = new ContentDigest(ContentDigest.Algorithm.SHA_256, sha256(TEXT));
        ContentDigest wrong = new ContentDigest(ContentDigest.Algorithm.SHA_512, "0".repeat(128));
        refused(Rule.DIGEST_MISMATCH, new Incoming("a.txt", -1, List.of(right, wrong)), stream(TEXT));
        staging.receive(new Incoming("a.txt", TEXT.length, List.of(right)), stream(TEXT))
                .close();
    }

    @Test
    void whatAFileIsShowsInItsContent() throws IOException {
        byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        refused(Rule.MEDIA_TYPE_NOT_ALLOWED, Incoming.named("a.pdf"), stream(html));
        byte[] program = new byte[200];
        System.arraycopy("MZ\u0000\u0000".getBytes(StandardCharsets.US_ASCII), 0, program, 0, 4);
        refused(Rule.MEDIA_TYPE_NOT_ALLOWED, Incoming.named("report.pdf"), stream(program));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        Staged image = staging.receive(Incoming.named("a"), stream(png));
        assertThat(image.mediaType()).isEqualTo("image/png");
        assertThat(image.findings()).isEmpty();
    }

    @Test
    void aNameThatSaysSomethingElseIsAWarning() {
        assertThat(staging.receive(Incoming.named("a.pdf"), stream(TEXT)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.NAME_UNLIKE_CONTENT);
                    assertThat(finding.isError()).isFalse();
                });
    }

    @Test
    void whatNeverBecameAFileIsOldAfterADay() throws IOException {
        Staged old = staging.receive(Incoming.named("a.txt"), stream(TEXT));
        Path half = Files.write(folder.resolve("arriving").resolve("half"), TEXT);
        for (Path each : everything()) {
            Files.setLastModifiedTime(each, FileTime.from(NOW.minusSeconds(86_400 - 1)));
        }
        assertThat(staging.old()).isEmpty();
        assertThat(half).exists();
        for (Path each : everything()) {
            Files.setLastModifiedTime(each, FileTime.from(NOW.minusSeconds(86_400 + 1)));
        }
        assertThat(staging.old()).containsExactly(old.sha256());
        assertThat(half).doesNotExist();
    }
}
