package org.acervo.deposit.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A server of the other side, on the loopback interface, that answers as a test wishes. */
final class LocalServer implements AutoCloseable {

    /** The name in the certificate. */
    static final String NAME = "hooks.example.org";

    private static final String PASSWORD = "made-up";

    /** One call as it came. */
    record Call(String line, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Answers a call. */
    interface Answer {
        void write(Call call, OutputStream out) throws IOException, InterruptedException;
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Thread accepting;
    private volatile Answer answer = status(200);

    private LocalServer(ServerSocketFactory sockets) throws IOException {
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accepting = new Thread(this::accept, "local server");
        accepting.setDaemon(true);
        accepting.start();
    }

    static LocalServer http() throws IOException {
        return new LocalServer(ServerSocketFactory.getDefault());
    }

    static LocalServer https(Tls tls) throws IOException {
        return new LocalServer(tls.context().getServerSocketFactory());
    }

    /** A certificate made up for {@link #NAME} alone, and the trust in it. */
    record Tls(SSLContext context) {

        static Tls make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
            Path store = folder.resolve("made-up.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "made-up",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + NAME,
                            "-ext",
                            "san=dns:" + NAME,
                            "-validity",
                            "3650",
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            mine.init(keys, PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(mine.getKeyManagers(), trusted.getTrustManagers(), null);
            return new Tls(context);
        }

        SSLSocketFactory trusting() {
            return context.getSocketFactory();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void answers(Answer how) {
        answer = how;
    }

    List<Call> calls() {
        return calls;
    }

    static Answer status(int status, String... headers) {
        return (call, out) -> out.write(
                ("HTTP/1.1 " + status + " Whatever\r\n" + String.join("", headers) + "Content-Length: 2\r\n\r\nok")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread serving = new Thread(() -> serve(socket), "local server's call");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String line = line(in);
            if (line.isEmpty()) {
                return;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                int colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            Call call = new Call(line, headers, new String(body, StandardCharsets.UTF_8));
            calls.add(call);
            answer.write(call, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException hungUp) {
            // as some tests wish
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Nobody is accepted afterwards: the system closes the port only when the thread that waits at it has left. */
    @Override
    public void close() throws IOException {
        server.close();
        boolean interrupted = false;
        while (accepting.isAlive()) {
            try {
                accepting.join();
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
