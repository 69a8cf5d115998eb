package org.acervo.deposit.webhook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.acervo.deposit.webhook.Trouble.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call by HTTP/1.1 (RFC 9112) to an address that a stranger chose. The name is resolved once, all its addresses
 * are checked, and the connection goes to one of those that were checked, so that a name that points elsewhere a moment
 * later gains nothing. TLS is held to the name. Redirects are not followed, nothing of the answer but its status is kept,
 * and all of it has to happen within a short time. Thread-safe.
 */
final class Courier {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int MOST_ADDRESSES = 3;

    /** How long a silence is waited out after the status, in milliseconds. */
    private static final int POLITENESS = 1000;

    private final Target.Reach reach;
    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final Duration patience;

    /** @param patience for the whole of a call, from the first connection to the last byte of the answer */
    Courier(Target.Reach reach, Resolver resolver, SSLSocketFactory tls, Duration patience) {
        this.reach = reach;
        this.resolver = resolver;
        this.tls = tls;
        this.patience = patience;
    }

    /** Finds the addresses of a name. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /**
     * What came of a call.
     *
     * @param status of HTTP, or null where there was no answer
     * @param trouble why it failed; null where it succeeded
     */
    record Outcome(@Nullable Integer status, @Nullable Trouble trouble) {}

    /** Posts a body. */
    Outcome post(String url, Map<String, String> headers, byte[] body) {
        Target target = reach.parse(url).orElse(null);
        if (target == null) {
            return new Outcome(null, Trouble.of(Reason.NOT_CALLABLE));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try (Socket socket = connect(target, deadline)) {
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(socket));
            Socket secured = target.tls() ? secure(socket, target) : socket;
            send(secured.getOutputStream(), target, headers, body);
            int status = StatusLine.read(secured.getInputStream());
            drain(secured);
            return new Outcome(status, verdict(status));
        } catch (IOException failed) {
            return new Outcome(null, told(failed, System.nanoTime() >= deadline));
        }
    }

    private Socket connect(Target target, long deadline) throws IOException {
        List<InetAddress> addresses = resolver.resolve(target.host());
        if (addresses.isEmpty() || !reach.allowsAll(target, addresses)) {
            throw new Trouble.Failure(Reason.NOT_PUBLIC);
        }
        IOException last = new Trouble.Failure(Reason.NO_ADDRESS);
        for (InetAddress address : addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES))) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, target.port()), remaining(deadline));
                socket.setSoTimeout(remaining(deadline));
                return socket;
            } catch (IOException failed) {
                socket.close();
                last = failed;
            }
        }
        throw last;
    }

    private Socket secure(Socket socket, Target target) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static void send(OutputStream out, Target target, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder("POST ")
                .append(target.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.authority())
                .append("\r\nUser-Agent: Acervo\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        OutputStream buffered = new BufferedOutputStream(out);
        buffered.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        buffered.write(body);
        buffered.flush();
    }

    /** Lets a server finish what it says, up to a point; whatever goes wrong then, it has answered. */
    private static void drain(Socket socket) {
        try {
            socket.setSoTimeout(POLITENESS);
            socket.getInputStream().readNBytes(LONGEST_ANSWER);
        } catch (IOException enough) {
            // the status is there
        }
    }

    private static @Nullable Trouble verdict(int status) {
        if (status >= 200 && status < 300) {
            return null;
        }
        return status >= 300 && status < 400
                ? Trouble.of(Reason.REDIRECTED)
                : new Trouble(Reason.STATUS, Integer.toString(status));
    }

    private static Trouble told(IOException failed, boolean late) {
        if (late || failed instanceof SocketTimeoutException) {
            return Trouble.of(Reason.TOO_SLOW);
        }
        if (failed instanceof Trouble.Failure known) {
            return known.trouble();
        }
        String message = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        return failed instanceof UnknownHostException
                ? Trouble.of(Reason.NO_HOST)
                : new Trouble(failed instanceof SSLException ? Reason.TLS : Reason.NOT_REACHED, message);
    }

    private static int remaining(long deadline) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) millis;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // as was wanted
        }
    }
}
