package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private final Vault vault = new Vault(() -> new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void whatWasLockedIsReadAgain() {
        assertThat(vault.unlock(vault.lock("señal 😀", "webhook 1"), "webhook 1"))
                .isEqualTo("señal 😀");
    }

    @Test
    void theSameTextIsNeverLockedTheSameWayAndNeverShows() {
        String once = vault.lock("signal-signal", "a");
        assertThat(once)
                .isNotEqualTo(vault.lock("signal-signal", "a"))
                .doesNotContain("signal")
                .startsWith("v1:");
    }

    @Test
    void anotherUseAnotherKeyAndDamageAreSaidClearly() {
        String locked = vault.lock("text", "webhook 1");
        byte[] other = new byte[32];
        other[0] = 1;
        for (Runnable attempt : new Runnable[] {
            () -> vault.unlock(locked, "webhook 2"),
            () -> new Vault(() -> other).unlock(locked, "webhook 1"),
            () -> vault.unlock(locked.substring(0, locked.length() - 4) + "AAAA", "webhook 1"),
            () -> vault.unlock("", "webhook 1"),
            () -> vault.unlock("v1:%%%", "webhook 1")
        }) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(Vault.UnreadableSecret.class)
                    .hasMessageContaining("cannot be unlocked");
        }
    }

    @Test
    void aKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("data/secret.key");
        byte[] made = new VaultKey(Optional.empty(), file).get();
        assertThat(new VaultKey(Optional.empty(), file).get()).isEqualTo(made).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void theKeyThatIsSetGoesFirstAndNoFileIsMade() {
        Path file = folder.resolve("secret.key");
        String set = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(new VaultKey(Optional.of(set), file).get()).isEqualTo(new byte[32]);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.key"), "short");
        Vault broken = new Vault(new VaultKey(Optional.empty(), file));
        assertThatThrownBy(() -> broken.lock("a", "b"))
                .isInstanceOf(Vault.UnreadableSecret.class)
                .hasMessageContaining("secret.key is no key: expected 32 bytes in base64");
        assertThatThrownBy(() -> new VaultKey(Optional.of("%%%"), file).get())
                .hasMessageContaining("ACERVO_SECRET_KEY is no key");
    }
}
