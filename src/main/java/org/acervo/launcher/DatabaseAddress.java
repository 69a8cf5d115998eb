package org.acervo.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the server reaches its database.
 *
 * @param url a JDBC URL of MariaDB
 * @param password empty if there is none
 */
record DatabaseAddress(String url, String user, String password) {
    private static final int STANDARD_PORT = 3306;
    private static final int HIGHEST_PORT = 65535;
    private static final int TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

    /** In seconds. */
    private static final int LOCK_WAIT = 10;

    /** In milliseconds; longer than the wait for a lock and than any single statement of a change. */
    private static final int SILENCE = 60_000;

    private static final Pattern HOSTS = Pattern.compile("jdbc:mariadb:(?:[a-z-]+:)?//([^/?]+).*");
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]+\\]|[^:()]+)(?::([0-9]{1,5}))?");

    /**
     * Makes sure that something listens there: the server takes long to start and then tells less clearly.
     *
     * @throws Refusal if none of the URL's hosts can be connected to; a URL whose hosts cannot be told is not tried
     */
    void checkReachable() throws Refusal {
        List<String> failures = new ArrayList<>();
        for (InetSocketAddress host : hosts()) {
            try (Socket socket = new Socket()) {
                socket.connect(host, TIMEOUT);
                return;
            } catch (IOException e) {
                failures.add("%s:%d (%s)".formatted(host.getHostString(), host.getPort(), reason(host, e)));
            }
        }
        if (!failures.isEmpty()) {
            throw Refusal.failed("%s: the database cannot be reached at %s"
                    .formatted(Setting.DB_URL.key(), String.join(", ", failures)));
        }
    }

    /**
     * The URL with the limits of patience that the operator has not set: how long a change waits for a lock that another
     * holds, because the database's own fifty seconds are longer than a person waits; and how long a database may say
     * nothing before it counts as away, because the driver would wait for ever.
     */
    String patientUrl() {
        return with(
                with(url, "sessionVariables=", "innodb_lock_wait_timeout=" + LOCK_WAIT),
                "socketTimeout=",
                String.valueOf(SILENCE));
    }

    private static String with(String url, String option, String value) {
        return url.contains(option) ? url : url + (url.contains("?") ? "&" : "?") + option + value;
    }

    private List<InetSocketAddress> hosts() {
        Matcher hosts = HOSTS.matcher(url);
        List<InetSocketAddress> addresses = new ArrayList<>();
        if (hosts.matches()) {
            for (String part : hosts.group(1).split(",", -1)) {
                Matcher host = HOST.matcher(part);
                int port = host.matches() && host.group(2) != null ? Integer.parseInt(host.group(2)) : STANDARD_PORT;
                if (host.matches() && port <= HIGHEST_PORT) {
                    addresses.add(new InetSocketAddress(host.group(1), port));
                }
            }
        }
        return addresses;
    }

    private static String reason(InetSocketAddress host, IOException e) {
        return host.isUnresolved() ? "unknown host" : String.valueOf(e.getMessage());
    }
}
