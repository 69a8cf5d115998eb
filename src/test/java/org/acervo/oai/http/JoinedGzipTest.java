package org.acervo.oai.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.acervo.catalog.Crc32;
import org.acervo.catalog.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedGzipTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyPiecesGiveTheSameBytes(long seed) throws IOException {
        Random random = new Random(seed);
        JoinedGzip gzip = new JoinedGzip(100);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int i = random.nextInt(60); i >= 0; i--) {
            byte[] piece = piece(random);
            expected.writeBytes(piece);
            if (random.nextBoolean()) {
                gzip.add(piece);
            } else {
                gzip.add(Payload.of(piece));
            }
        }
        assertThat(gunzip(gzip.finish())).isEqualTo(expected.toByteArray());
    }

    @Test
    void nothingIsAnEmptyMember() throws IOException {
        assertThat(gunzip(new JoinedGzip(0).finish())).isEmpty();
    }

    @Test
    void piecesLongerThanAStoredBlock() throws IOException {
        byte[] random = new byte[200_000];
        new Random(7).nextBytes(random);
        JoinedGzip gzip = new JoinedGzip(0);
        gzip.add(random);
        gzip.add(Payload.of(random));
        assertThat(gunzip(gzip.finish())).hasSize(400_000).startsWith(random).endsWith(random);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 255, 4096, 65_537})
    void checksumsAreJoinedWithoutTheBytes(int length) {
        byte[] bytes = new byte[length + 100];
        new Random(length).nextBytes(bytes);
        assertThat(Crc32.join(crc(bytes, 0, 100), crc(bytes, 100, length), length))
                .isEqualTo(crc(bytes, 0, bytes.length));
    }

    private static byte[] piece(Random random) {
        byte[] piece = new byte[random.nextInt(random.nextBoolean() ? 40 : 5000)];
        int alphabet = 1 + random.nextInt(255);
        for (int i = 0; i < piece.length; i++) {
            piece[i] = (byte) random.nextInt(alphabet);
        }
        return piece;
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    static byte[] gunzip(byte[] gzip) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
    }
}
