package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandClientTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theRequestAndTheFileAreSentAndTheAnswerIsShown() throws Exception {
        CompletableFuture<String> received = serve((lines, channel) -> {
            String request =
                    lines.readLine() + "|" + lines.readLine() + "|" + lines.readLine() + "|" + lines.readLine();
            say(channel, "progress\thalf");
            say(channel, "refused\tline 2: título");
            say(channel, "say\t1 of 2");
            say(channel, "exit\t1");
            return request;
        });
        assertThat(run("import\toverwrite=false", "{1}\n{ñ}\n")).isEqualTo(1);
        assertThat(received.get()).isEqualTo("import\toverwrite=false|{1}|{ñ}|null");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("line 2: título%n1 of 2%n".formatted());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("half%n".formatted());
    }

    @Test
    void muchIsSentWhileMuchIsAnswered() throws Exception {
        int lines = 200_000;
        CompletableFuture<Integer> received = serve((reader, channel) -> {
            int count = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                say(channel, "say\t" + line);
                count++;
            }
            say(channel, "exit\t0");
            return count;
        });
        assertThat(run("import", "0123456789\n".repeat(lines))).isZero();
        assertThat(received.get()).isEqualTo(lines + 1);
        assertThat(out.size()).isGreaterThan(lines * 10);
    }

    @Test
    void anAnswerBeforeTheEndOfTheFileEndsTheCommand() throws Exception {
        serve((reader, channel) -> {
            say(channel, "say\tno");
            say(channel, "exit\t1");
            return 0;
        });
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        try (SocketChannel channel = CommandClient.connect(socket())) {
            assertThat(new CommandClient(terminal()).run(channel, "import", endless))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRepositoryThatEndsMeanwhileIsTold() throws Exception {
        serve((reader, channel) -> reader.readLine());
        assertThatThrownBy(() -> run("render", ""))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The repository ended before the command was done");
    }

    @Test
    void aTerminalShowsProgressInOneLine() {
        Terminal terminal = new Terminal(new PrintStream(out), new PrintStream(err), true);
        terminal.progress("1");
        terminal.progress("2");
        terminal.say("done");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[K1\r\u001b[K2%n".formatted());
    }

    private int run(String request, String body) throws IOException, Refusal {
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new CommandClient(terminal()).run(CommandClient.connect(socket()), request, bytes);
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    private Path socket() {
        return folder.resolve("c.sock");
    }

    private <T> CompletableFuture<T> serve(Conversation<T> conversation) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket()));
        return CompletableFuture.supplyAsync(() -> {
            try (server;
                    SocketChannel channel = server.accept()) {
                InputStream in = Channels.newInputStream(channel);
                return conversation.hold(
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), channel);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void say(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private interface Conversation<T> {
        T hold(BufferedReader reader, SocketChannel channel) throws IOException;
    }
}
