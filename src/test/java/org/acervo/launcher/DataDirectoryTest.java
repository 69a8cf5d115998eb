package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final Run RUN = new Run(
            42, "serve", Path.of("/x/control.sock"), 8080, new DatabaseAddress("jdbc:mariadb://h/d", "u", "p=ñ#"));

    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsMade() throws Refusal {
        Path root = folder.resolve("a/b");
        assertThat(DataDirectory.open(root).own()).isTrue();
        assertThat(root.resolve("acervo.lock")).exists();
    }

    @Test
    void aFileInItsPlaceIsToldInOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(Refusal.class)
                .hasMessage("The data directory %s cannot be used: it is not a folder".formatted(file));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("inside")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "The data directory %s cannot be used: it cannot be made (".formatted(file.resolve("inside")));
    }

    @Test
    void theOwnerDescribesItselfForItsUserAlone() throws Exception {
        DataDirectory data = DataDirectory.open(folder);
        assertThat(data.owner()).isEmpty();
        RUN.write(data.run());
        assertThat(data.owner()).contains(RUN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.run())))
                .isEqualTo("rw-------");
        assertThat(data.inUse())
                .hasMessage("The data directory %s is in use: acervo serve, process 42, works in it".formatted(folder));
    }

    @Test
    void whatAKilledOwnerToldIsForgotten() throws Exception {
        DataDirectory data = DataDirectory.open(folder);
        RUN.write(data.run());
        assertThat(data.own()).isTrue();
        assertThat(data.owner()).isEmpty();
    }

    @Test
    void anotherProcessWithTheLockKeepsItOut() throws Exception {
        Path script = Files.writeString(folder.resolve("Hold.java"), """
                public class Hold {
                    public static void main(String[] args) throws Exception {
                        var file = java.nio.file.Path.of(args[0]);
                        var channel = java.nio.channels.FileChannel.open(file,
                                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                        channel.lock();
                        System.out.write('\\n');
                        System.out.flush();
                        System.in.read();
                    }
                }
                """);
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        script.toString(),
                        folder.resolve("acervo.lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('\n');
            assertThat(DataDirectory.open(folder).own()).isFalse();
        } finally {
            holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(DataDirectory.open(folder).own()).isTrue();
    }

    @Test
    void aSocketWithALongPathLiesInATemporaryFolderOfTheOwners() throws IOException {
        Path shortPath = folder.resolve("c.sock");
        Path longPath = folder.resolve("x".repeat(100)).resolve("c.sock");
        Files.createFile(shortPath);
        assertThat(SocketPath.free(shortPath)).isEqualTo(shortPath).doesNotExist();

        Path elsewhere = SocketPath.free(longPath);
        assertThat(elsewhere.toString().length()).isLessThanOrEqualTo(100);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere.getParent())))
                .isEqualTo("rwx------");
        SocketPath.remove(elsewhere, longPath);
        assertThat(elsewhere.getParent()).doesNotExist();
    }
}
