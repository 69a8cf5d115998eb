package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    @Test
    void oneHostThatListensIsEnough() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String hosts = "127.0.0.1:1,127.0.0.1:" + socket.getLocalPort();
            assertThatCode(() -> at("jdbc:mariadb:sequential://" + hosts + "/acervo?a=b")
                            .checkReachable())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneLine() {
        assertThatThrownBy(() -> at("jdbc:mariadb://127.0.0.1:1/acervo").checkReachable())
                .isInstanceOf(Refusal.class)
                .hasMessage("ACERVO_DB_URL: the database cannot be reached at 127.0.0.1:1 (Connection refused)");
    }

    @Test
    void aUrlWhoseHostsCannotBeToldIsLeftToTheDriver() {
        assertThatCode(() -> at("jdbc:mariadb:///acervo?localSocket=/x").checkReachable())
                .doesNotThrowAnyException();
        assertThatCode(() -> at("jdbc:mariadb://address=(host=nowhere.invalid)(port=1)/acervo")
                        .checkReachable())
                .doesNotThrowAnyException();
        assertThatCode(() -> at("jdbc:mariadb://127.0.0.1:99999/acervo").checkReachable())
                .doesNotThrowAnyException();
    }

    @Test
    void locksAreWaitedForAsLongAsAPersonWaitsAndASilentDatabaseNotForEver() {
        String limits = "sessionVariables=innodb_lock_wait_timeout=10&socketTimeout=60000";
        String own = "jdbc:mariadb://h/acervo?sessionVariables=innodb_lock_wait_timeout=3&socketTimeout=5000";

        assertThat(at("jdbc:mariadb://h/acervo").patientUrl()).isEqualTo("jdbc:mariadb://h/acervo?" + limits);
        assertThat(at("jdbc:mariadb://h/acervo?a=b").patientUrl()).isEqualTo("jdbc:mariadb://h/acervo?a=b&" + limits);
        assertThat(at(own).patientUrl()).isEqualTo(own);
    }

    private static DatabaseAddress at(String url) {
        return new DatabaseAddress(url, "u", "p");
    }
}
