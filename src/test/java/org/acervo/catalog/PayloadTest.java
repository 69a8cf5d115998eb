package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 4090, 4091, 4092, 4095, 4096, 4097, 65535, 65536, 1_000_000})
    void bytesComeBackAsTheyWere(int length) {
        for (byte[] bytes : new byte[][] {random(length), new byte[length]}) {
            Payload payload = Payload.of(bytes);
            assertThat(payload.length()).isEqualTo(length);
            assertThat(payload.bytes()).isEqualTo(bytes);
            assertThat(Payload.of(bytes)).isEqualTo(payload).hasSameHashCodeAs(payload);
        }
    }

    @Test
    void payloadsJoinedAreOneStream() throws Exception {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int length : new int[] {0, 5, 70_000, 0, 1, 4096, 333, 0}) {
            byte[] bytes = random(length);
            plain.writeBytes(bytes);
            joined.writeBytes(Payload.of(bytes).deflated());
        }
        Inflater inflater = new Inflater(true);
        inflater.setInput(joined.toByteArray());
        byte[] out = new byte[plain.size() + 1];
        int length = 0;
        for (int n = inflater.inflate(out); n > 0; n = inflater.inflate(out, length, out.length - length)) {
            length += n;
        }
        inflater.end();
        assertThat(Arrays.copyOf(out, length)).isEqualTo(plain.toByteArray());
    }

    @Test
    void whatIsDamagedIsNeverSent() {
        Payload good = Payload.of("<title>Migración</title>".repeat(40).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < good.deflated().length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] deflated = good.deflated().clone();
                deflated[i] ^= (byte) (1 << bit);
                assertRefused(new Payload(deflated, good.length(), good.crc()), good);
            }
        }
    }

    @Test
    void whatIsCutOrContinuedIsNeverSent() {
        Payload good = Payload.of(random(5_000));
        for (int length = 0; length < good.deflated().length; length++) {
            assertRefused(new Payload(Arrays.copyOf(good.deflated(), length), good.length(), good.crc()), good);
        }
        assertRefused(new Payload(good.deflated(), good.length() - 1, good.crc()), good);
        assertRefused(new Payload(good.deflated(), good.length() + 1, good.crc()), good);
        assertRefused(new Payload(good.deflated(), good.length(), good.crc() + 1), good);
        byte[] more = Arrays.copyOf(good.deflated(), good.deflated().length + 3);
        assertRefused(new Payload(more, good.length(), good.crc()), good);
    }

    /** Damage is seen, or it has damaged nothing: some bits of the format mean nothing to its reader. */
    private static void assertRefused(Payload damaged, Payload good) {
        try {
            assertThat(damaged.bytes()).isEqualTo(good.bytes());
            assertThat(damaged.deflated()).hasSameSizeAs(good.deflated());
        } catch (IllegalStateException seen) {
            assertThat(seen).hasMessageContaining("payload");
        }
    }

    @Test
    void bothCodingsStandForTheSameBytes() {
        byte[] bytes = random(5_000);
        Payload both = Payload.inBothCodings(bytes);
        Payload plainOnly = new Payload(new byte[0], bytes, both.length(), both.crc());
        Payload deflatedOnly = Payload.of(bytes);

        assertThat(both).isEqualTo(plainOnly).isEqualTo(deflatedOnly);
        assertThat(plainOnly.bytes()).isEqualTo(bytes);
        assertThat(plainOnly.joinable()).isEqualTo(deflatedOnly.joinable()).isEqualTo(both.joinable());
    }

    @Test
    void whatIsDamagedInThePlainIsNeverSent() {
        Payload good = Payload.inBothCodings(random(700));
        byte[] damaged = good.plain().clone();
        damaged[333] ^= 1;
        byte[] cut = Arrays.copyOf(damaged, 699);

        for (byte[] plain : new byte[][] {damaged, cut}) {
            Payload payload = new Payload(good.deflated(), plain, good.length(), good.crc());
            assertThatThrownBy(payload::bytes).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatHasBeenCutIsNotJoined() {
        Payload good = Payload.of(random(5_000));
        Payload cut =
                new Payload(Arrays.copyOf(good.deflated(), good.deflated().length - 1), good.length(), good.crc());

        assertThatThrownBy(cut::joinable).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPayloadOutOfPlaceIsACallersMistake() {
        Payload payload = Payload.of(random(10));
        assertThatThrownBy(() -> payload.copy(new byte[12], 3)).isInstanceOf(IndexOutOfBoundsException.class);
        Payload plain = Payload.inBothCodings(random(10));
        assertThatThrownBy(() -> plain.copy(new byte[12], 3)).isInstanceOf(IndexOutOfBoundsException.class);
        byte[] target = new byte[12];
        payload.copy(target, 2);
        assertThat(Arrays.copyOfRange(target, 2, 12)).isEqualTo(payload.bytes());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }
}
