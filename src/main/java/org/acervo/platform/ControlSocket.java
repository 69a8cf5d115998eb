package org.acervo.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where commands reach the running server: a UNIX domain socket that only the owner of the data directory can open. A
 * client sends one line, the command's name and its arguments with tabs between, and then the command's input to its end;
 * it is answered in lines (see {@link Answers}).
 */
@ApplicationScoped
class ControlSocket {

    private static final Logger LOG = Logger.getLogger(ControlSocket.class.getName());
    private static final int LONGEST_LINE = 4096;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "acervo.control")
    private Optional<String> path;

    @Inject
    private Commands commands;

    private @Nullable ServerSocketChannel server;

    /** Begins to listen, where a launcher has said on what. */
    void open() {
        if (path.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(path.get());
            Files.deleteIfExists(file);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(file));
            server = channel;
            Thread listener = new Thread(() -> listen(channel), "acervo-control");
            listener.setDaemon(true);
            listener.start();
        } catch (IOException failed) {
            throw new IllegalStateException("Commands cannot reach the server through " + path.get(), failed);
        }
    }

    void close() {
        ServerSocketChannel channel = server;
        if (channel != null) {
            try {
                channel.close();
                Files.deleteIfExists(Path.of(path.orElseThrow()));
            } catch (IOException failed) {
                LOG.log(Level.FINE, "The control socket was not closed", failed);
            }
        }
    }

    private void listen(ServerSocketChannel channel) {
        while (channel.isOpen()) {
            try {
                SocketChannel client = channel.accept();
                executor.execute(() -> serve(client));
            } catch (AsynchronousCloseException closed) {
                return;
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "A command could not be taken", failed);
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                InputStream in = new BufferedInputStream(Channels.newInputStream(client), 1 << 16);
                Answers answers = new Answers(Channels.newOutputStream(client))) {
            List<String> words = Arrays.asList(line(in).split("\t"));
            answers.exit(commands.run(words.get(0), words.subList(1, words.size()), in, answers));
        } catch (ClosedChannelException gone) {
            LOG.log(Level.FINE, "A command's client went away", gone);
        } catch (IOException failed) {
            LOG.log(Level.INFO, "A command broke off: {0}", failed.getMessage());
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST_LINE; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
