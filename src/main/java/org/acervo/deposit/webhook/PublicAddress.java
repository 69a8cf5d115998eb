package org.acervo.deposit.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the addresses of the public Internet from all others, by the IANA special-purpose address registries (RFC 6890).
 * Of IPv6 only global unicast counts, without what carries IPv4 addresses or is meant for anything but hosts.
 */
final class PublicAddress {

    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
                    + " 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15"
                    + " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
                    + " 2001:0:0:0:0:0:0:0/23 2001:db8:0:0:0:0:0:0/32 2002:0:0:0:0:0:0:0/16 2620:4f:8000:0:0:0:0:0/48"
                    + " 3fff:0:0:0:0:0:0:0/20");
    private static final Network GLOBAL_UNICAST = Network.of("2000:0:0:0:0:0:0:0/3");

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        boolean isUnicast = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return isUnicast && NOT_PUBLIC.stream().noneMatch(each -> each.contains(address));
    }

    private static List<Network> networks(String all) {
        return Stream.of(all.split(" ")).map(Network::of).toList();
    }

    private record Network(byte[] first, int length) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            try {
                return new Network(
                        InetAddress.getByName(text.substring(0, slash)).getAddress(),
                        Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException never) {
                throw new IllegalArgumentException(text, never);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            int whole = length / 8;
            int mask = 0xFF << (8 - length % 8) & 0xFF;
            return bytes.length == first.length
                    && Arrays.equals(bytes, 0, whole, first, 0, whole)
                    && (mask == 0 || (bytes[whole] & mask) == (first[whole] & mask));
        }
    }
}
