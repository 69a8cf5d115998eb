package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartStorageTest {

    @TempDir
    Path folder;

    private final PartLocks locks = new PartLocks();
    private PartStorage storage;

    @BeforeEach
    void open() {
        storage = new PartStorage(folder, locks);
        storage.setIdFactory(new UuidUploadIdFactory());
        storage.setMaxUploadSize(1_000_000L);
    }

    private UploadInfo begun(long length) throws IOException {
        UploadInfo upload = new UploadInfo();
        upload.setLength(length);
        return storage.create(upload, "mexico");
    }

    private UploadInfo append(UploadInfo upload, int bytes) throws IOException {
        try (PartLocks.Hold hold = locks.take(upload.getId())) {
            return storage.append(storage.getUploadInfo(hold.id()), new ByteArrayInputStream(new byte[bytes]));
        }
    }

    @Test
    void partsFollowEachOther() throws Exception {
        UploadInfo upload = begun(150_000);
        assertThat(append(upload, 100_000).getOffset()).isEqualTo(100_000);
        assertThat(append(upload, 50_000).isUploadInProgress()).isFalse();
        assertThat(Files.size(storage.data(upload.getId()))).isEqualTo(150_000);
    }

    @Test
    void aPartWithoutALengthThatIsTooLongSpoilsNothing() throws Exception {
        UploadInfo upload = begun(10);
        append(upload, 4);
        assertThatThrownBy(() -> append(upload, 7))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.rule()).isEqualTo(Rule.UPLOAD_PART_TOO_LONG);
                            assertThat(finding.expected()).containsExactly("6");
                        }));
        assertThat(append(upload, 6).isUploadInProgress()).isFalse();
    }

    @Test
    void manyReadOfOneUploadAtOnce() throws Exception {
        UploadInfo upload = begun(10);
        List<CompletableFuture<Void>> readers = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 200; i++) {
                        assertThat(read(upload)).isNotNull();
                    }
                }))
                .toList();
        readers.forEach(CompletableFuture::join);
    }

    private UploadInfo read(UploadInfo upload) {
        try {
            return storage.getUploadInfo(upload.getId());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void anUploadThatIsJustBegunIsNotThereYet() throws Exception {
        UploadInfo upload = begun(10);
        Files.delete(storage.place(upload.getId()).resolve("info"));
        assertThat(storage.getUploadInfo(upload.getId())).isNull();
    }
}
