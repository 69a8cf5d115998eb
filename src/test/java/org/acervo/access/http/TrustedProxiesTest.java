package org.acervo.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies("10.0.0.0/8 192.0.2.128/25 ::1");

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(proxies.client("198.51.100.7", List.of("203.0.113.9"))).isEqualTo("198.51.100.7");
        assertThat(new TrustedProxies("").client("10.1.2.3", List.of("203.0.113.9")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void aTrustedProxyIsBelieved() {
        assertThat(proxies.client("10.1.2.3", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client("::1", List.of("2001:db8::5"))).isEqualTo("2001:db8::5");
    }

    @Test
    void onlyTheLastUntrustedAddressCounts() {
        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1, 203.0.113.9, 10.9.9.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void aNetworkEndsAtItsBits() {
        assertThat(proxies.client("192.0.2.200", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client("192.0.2.100", List.of("203.0.113.9"))).isEqualTo("192.0.2.100");
    }

    @Test
    void whatIsNoAddressIsNeverLookedUp() {
        assertThat(proxies.client("10.1.2.3", List.of("example.org"))).isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of(""))).isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of("abc"))).isEqualTo("10.1.2.3");
    }
}
