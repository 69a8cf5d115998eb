package org.acervo.console.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.acervo.catalog.Element;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Statement;
import org.acervo.console.Fields;
import org.acervo.publishing.Amendment;
import org.junit.jupiter.api.Test;

class WishTest {

    private static Amendment read(String form) {
        return Wish.read(Fields.parse(form));
    }

    private static String refusal(String form) {
        Refused refused = catchThrowableOfType(Refused.class, () -> read(form));
        return refused.findings().get(0).rule().code() + " "
                + refused.findings().get(0).pointer();
    }

    @Test
    void each_kind_is_what_the_form_says() {
        assertThat(read("kind=into&collection=news")).isEqualTo(Amendment.into("news"));
        assertThat(read("kind=outOf&collection=news")).isEqualTo(Amendment.outOf("news"));
        assertThat(read("kind=add&element=subject&value=+children+&valueLang=en"))
                .isEqualTo(new Amendment.Add(Statement.of(Element.SUBJECT, "children", "en")));
        assertThat(read("kind=remove&element=theme&value=migration-data&valueLang=en"))
                .as("codes have no language")
                .isEqualTo(new Amendment.Remove(new Statement(Element.THEME, "migration-data", null, Map.of())));
        assertThat(read("kind=replace&element=publisher&old=OIM&value=IOM"))
                .isEqualTo(new Amendment.Replace(
                        Statement.of(Element.PUBLISHER, "OIM"), Statement.of(Element.PUBLISHER, "IOM")));
        assertThat(read("kind=rewrite&element=title&old=teh+&value=the+"))
                .as("blanks count")
                .isEqualTo(new Amendment.Rewrite(Element.TITLE, "teh ", "the "));
        assertThat(read("kind=rewrite&element=&old=teh&value=")).isEqualTo(new Amendment.Rewrite(null, "teh", ""));
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(refusal("")).isEqualTo("required /kind");
        assertThat(refusal("kind=into&collection=+")).isEqualTo("required /collection");
        assertThat(refusal("kind=add&element=nothing&value=a")).isEqualTo("required /element");
        assertThat(refusal("kind=replace&element=subject&value=a")).isEqualTo("required /old");
        assertThat(refusal("kind=rewrite&element=title&old=&value=a")).isEqualTo("required /old");
    }
}
