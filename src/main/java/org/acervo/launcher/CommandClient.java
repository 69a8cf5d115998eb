package org.acervo.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Hands one command to the repository over its control socket and shows what it answers.
 *
 * <p>The request is one line, the command and its arguments with tabs between, and then, for a command that takes a
 * file, the file's bytes up to the end of the stream. The answer is lines of UTF-8, each a word, a tab and a text:
 * {@code progress}, {@code say}, {@code refused} and {@code remark} to be shown, and at last {@code exit} with the exit status.
 */
final class CommandClient {
    private static final int BUFFER = 1 << 16;

    private final Terminal terminal;
    private volatile boolean answered;

    CommandClient(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Connects to a control socket.
     *
     * @throws IOException if nothing listens there
     */
    static SocketChannel connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Runs one command to its end.
     *
     * @param channel connected, and closed at the end
     * @param request the first line, without its end
     * @param body what follows it, perhaps nothing; read to its end unless the repository has answered before that
     * @return the exit status
     * @throws Refusal if the connection breaks before the answer is complete
     */
    int run(SocketChannel channel, String request, InputStream body) throws Refusal {
        try (channel) {
            // an answer must be read while the request is still being sent: with both buffers full nobody would go on
            Thread sender = new Thread(() -> send(channel, request, body), "Acervo sends the command");
            sender.setDaemon(true);
            sender.start();
            // a stream for one direction only: two of the same channel would lock each other out
            InputStream answer = Channels.newInputStream(channel);
            int status = show(new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8)));
            answered = true;
            return status;
        } catch (IOException e) {
            throw Refusal.failed("The repository ended before the command was done: " + e.getMessage(), e);
        }
    }

    private void send(SocketChannel channel, String request, InputStream body) {
        try {
            write(channel, ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
            byte[] buffer = new byte[BUFFER];
            for (int length = read(body, buffer); length >= 0; length = read(body, buffer)) {
                write(channel, ByteBuffer.wrap(buffer, 0, length));
            }
            channel.shutdownOutput();
        } catch (IOException answerTellsMore) {
            // whoever hangs up has said why, or the reader of the answer notices
        }
    }

    private int read(InputStream body, byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            if (!answered) { // else whoever closed the file was done with it
                terminal.complain("The file cannot be read to its end: " + e.getMessage());
            }
            throw e;
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private int show(BufferedReader answer) throws IOException, Refusal {
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
            int tab = line.indexOf('\t');
            String word = tab < 0 ? line : line.substring(0, tab);
            String text = line.substring(tab + 1);
            switch (word) {
                case "progress" -> terminal.progress(text);
                case "say", "refused" -> terminal.say(text);
                case "remark" -> terminal.complain(text);
                case "exit" -> {
                    return Integer.parseInt(text);
                }
                default -> throw Refusal.failed("The repository answered what this version does not know: " + line);
            }
        }
        throw Refusal.failed("The repository ended before the command was done");
    }
}
