package org.acervo.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word is taken for whom they ask ({@code X-Forwarded-For}). Everybody else could write what they like
 * into that header, so it counts only as far as it comes from one of these. Immutable.
 */
public final class TrustedProxies {

    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

    private static final int IPV6 = 16;

    private record Network(byte[] address, int bits) {
        boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int mask = 0xFF00 >> bits % 8;
            return bits % 8 == 0 || ((address[whole] ^ other[whole]) & mask & 0xFF) == 0;
        }
    }

    private final List<Network> networks = new ArrayList<>();

    /** @param setting addresses and networks, such as {@code 10.0.0.0/8 ::1}, with spaces between */
    public TrustedProxies(String setting) {
        for (String word : setting.strip().split("\\s+")) {
            String[] parts = word.split("/", 2);
            address(parts[0])
                    .ifPresent(address -> networks.add(
                            new Network(address, parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * 8)));
        }
    }

    /** Who makes a request. */
    public String client(HttpServletRequest request) {
        return client(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /**
     * Who asks: the last address that is no trusted proxy's.
     *
     * @param peer the address that the connection comes from
     * @param forwarded the values of {@code X-Forwarded-For}, in their order
     */
    String client(String peer, List<String> forwarded) {
        List<String> chain =
                new ArrayList<>(Arrays.stream(String.join(",", forwarded).split(","))
                        .map(String::strip)
                        .toList());
        chain.add(peer);
        String client = peer;
        for (int i = chain.size() - 1; i >= 0 && address(chain.get(i)).isPresent(); i--) {
            client = chain.get(i);
            if (!isTrusted(client)) {
                break;
            }
        }
        return client;
    }

    /** What stands for an address where its requests are counted: in IPv6 everybody has a whole network of their own. */
    public static String counted(String client) {
        Optional<byte[]> bytes = address(client).filter(each -> each.length == IPV6);
        if (bytes.isEmpty()) {
            return client;
        }
        try {
            byte[] network = Arrays.copyOf(Arrays.copyOf(bytes.get(), IPV6 / 2), IPV6);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isTrusted(String text) {
        return address(text)
                .filter(address -> networks.stream().anyMatch(network -> network.has(address)))
                .isPresent();
    }

    /** The bytes of a literal address; names are never looked up. */
    private static Optional<byte[]> address(String text) {
        if (!LITERAL.matcher(text).matches() || !text.contains(".") && !text.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
