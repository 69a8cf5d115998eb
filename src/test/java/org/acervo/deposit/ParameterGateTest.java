package org.acervo.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.deposit.bulk.BulkResource;
import org.junit.jupiter.api.Test;

class ParameterGateTest {

    private static Method method(Class<?> resource, String name) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MultivaluedMap<String, String> given(String name, String... values) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
        given.put(name, Arrays.asList(values));
        return given;
    }

    @Test
    void aMisspeltDryRunIsNotTakenForNone() {
        Set<String> read =
                ParameterGate.readBy(method(BulkResource.class, "deposit")).orElseThrow();
        assertThat(read).contains("dryRun", "then");
        assertThat(ParameterGate.check(given("dryrun", "true"), read))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains("UNKNOWN_PARAMETER", "?dryrun", "dryRun");
        assertThat(ParameterGate.check(given("dryRun", "true"), read)).isEmpty();
    }

    @Test
    void whereNothingCanBeTriedATryIsNotTakenForTheRealThing() {
        for (Class<?> each : Set.of(TokensResource.class, AccountsResource.class)) {
            Set<String> read = ParameterGate.readBy(method(each, "make")).orElseThrow();
            assertThat(ParameterGate.check(given("dryRun", "true"), read))
                    .as(each.getSimpleName())
                    .hasSize(1);
        }
        assertThat(ParameterGate.readBy(method(QuotaResource.class, "set"))).contains(Set.of());
        assertThat(ParameterGate.readBy(method(ErasureResource.class, "confirm")))
                .contains(Set.of());
    }

    @Test
    void aParameterThatComesTwiceIsNotReadOnce() {
        assertThat(ParameterGate.check(given("lang", "es", "fr"), Set.of("lang")))
                .hasSize(1);
    }
}
