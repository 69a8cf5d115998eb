package org.acervo.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Test
    void fields_are_read_as_they_were_typed() {
        String text = "Ñandú & “co” = 100 %\nnext line + 日本 " + Character.toString(0x1F600);
        String sent = URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
        Fields fields = Fields.parse("a=" + sent + "&b=1&b=2&c&=x&&d=");
        assertThat(fields.get("a")).isEqualTo(text);
        assertThat(fields.all("b")).containsExactly("1", "2");
        assertThat(fields.get("b")).isEqualTo("1");
        assertThat(fields.has("c")).isTrue();
        assertThat(fields.get("c")).isEmpty();
        assertThat(fields.get("d")).isEmpty();
        assertThat(fields.get("none")).isEmpty();
        assertThat(fields.asMap().keySet()).containsExactly("a", "b", "c", "", "d");
    }

    @Test
    void what_is_malformed_is_taken_as_it_is() {
        assertThat(Fields.parse("a=%zz&b=%").get("a")).isEqualTo("%zz");
        assertThat(Fields.parse("").asMap()).isEmpty();
    }

    @Test
    void far_too_many_fields_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fields.parse("a=1&".repeat(20_001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queues", "publications/17/edit?x=1&y=%C3%A9", "search?q=a%20b", "publications/new"})
    void after_the_sign_in_the_way_leads_back_to_the_page_that_was_asked_for(String to) {
        assertThat(LoginPage.local(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\evil",
                "javascript:alert(1)",
                "a//b",
                "../oai",
                "a/../../oai",
                "login?to=x",
                "logout",
                "a\r\nSet-Cookie: x=y",
                "a#b",
                "?x"
            })
    void and_nowhere_else(String to) {
        assertThat(LoginPage.local(to)).isEqualTo(LoginPage.local(""));
    }
}
