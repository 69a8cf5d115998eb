package org.acervo.oai.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Outage outage = new Outage(nanos::get);

    @Test
    void waitsGrowWithTheOutageNotWithTheRequests() {
        assertThat(outage.failed()).isEqualTo(5);
        assertThat(outage.failed()).isEqualTo(5);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
        assertThat(outage.failed()).isEqualTo(60);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(9));
        assertThat(outage.failed()).isEqualTo(300);
        outage.over();
        assertThat(outage.failed()).isEqualTo(5);
    }
}
