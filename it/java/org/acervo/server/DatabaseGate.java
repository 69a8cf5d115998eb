package org.acervo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.acervo.launcher.FreePort;

/**
 * A way to the database that can be shut: what listens at one port of this machine and passes everything on to another.
 * Thread-safe.
 */
public final class DatabaseGate {

    private static final int BUFFER = 1 << 16;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object passage = new Object();
    private ServerSocket server;
    private boolean held;

    /** An open gate at a free port. */
    public DatabaseGate(int target) {
        this.target = target;
        try {
            server = new ServerSocket(FreePort.find(), 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        port = server.getLocalPort();
        listen(server);
    }

    public int port() {
        return port;
    }

    /** The database is gone: connections break, and new ones are refused. */
    public synchronized void shut() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** The database hangs: connections stay, and nothing comes through them. */
    public void hold() {
        synchronized (passage) {
            held = true;
        }
    }

    /** The database is back, and what was held goes on. */
    public synchronized void open() throws IOException {
        synchronized (passage) {
            held = false;
            passage.notifyAll();
        }
        if (server.isClosed()) {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listen(server);
        }
    }

    private void listen(ServerSocket at) {
        thread(() -> {
            while (true) {
                Socket client = at.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(database);
                thread(() -> pass(client, database));
                thread(() -> pass(database, client));
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitPassage();
                out.write(buffer, 0, length);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitPassage() throws IOException {
        synchronized (passage) {
            while (held) {
                try {
                    passage.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IOException(interrupted);
                }
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void thread(Step step) {
        Thread thread = new Thread(
                () -> {
                    try {
                        step.run();
                    } catch (IOException closed) {
                        // a connection has ended, or the gate is shut
                    }
                },
                "database-gate");
        thread.setDaemon(true);
        thread.start();
    }
}
