package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    @Test
    void commandsAreRead() throws Refusal {
        assertThat(Command.parse(List.of("serve"))).isEqualTo(new Command.Serve());
        assertThat(Command.parse(List.of("render"))).isEqualTo(new Command.Render());
        assertThat(Command.parse(List.of("reindex"))).isEqualTo(new Command.Reindex());
        assertThat(Command.parse(List.of("--version"))).isEqualTo(new Command.Version());
        assertThat(Command.parse(List.of("--help"))).isEqualTo(new Command.Help());
        assertThat(Command.parse(List.of("serve", "--help"))).isEqualTo(new Command.Help());
        assertThat(Command.parse(List.of("import", "a.jsonl", "--help"))).isEqualTo(new Command.Help());
    }

    @Test
    void importTakesItsOptionOnEitherSide() throws Refusal {
        assertThat(Command.parse(List.of("import", "a.jsonl"))).isEqualTo(new Command.Import("a.jsonl", false));
        assertThat(Command.parse(List.of("import", "--overwrite", "-"))).isEqualTo(new Command.Import("-", true));
        assertThat(Command.parse(List.of("import", "-", "--overwrite"))).isEqualTo(new Command.Import("-", true));
    }

    @Test
    void requestsAreOneLine() {
        assertThat(new Command.Import("x", true).request()).isEqualTo("import\toverwrite=true");
        assertThat(new Command.Render().request()).isEqualTo("render");
    }

    @Test
    void tokensAndAccountsTakeTheirOptionsInAnyOrder() throws Refusal {
        assertThat(Command.parse(List.of("token", "--scope", "read", "mexico", "--expires=30")))
                .isEqualTo(new Command.Token("mexico", Map.of("scope", "read", "days", "30")));
        assertThat(
                        Command.parse(List.of("account", "ana", "--reset", "--role", "depositor:mexico"))
                                        instanceof Command.Account account
                                ? account.request()
                                : "")
                .isEqualTo("account\tname=ana\treset=true\trole=depositor:mexico");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                  | Which command?
                    sevre               | There is no command sevre
                    token               | token takes one mission, such as mexico
                    token a b           | token takes one mission, such as mexico
                    token a --scope     | --scope needs a value
                    token a --days 3    | token has no option --days
                    token a --expires x | --expires is "x"; expected days, a number from 1 to 36500
                    account             | account takes one name, such as ana.perez
                    account a --reset=1 | account has no option --reset
                    serve now           | serve takes no argument now
                    render --all        | render takes no argument --all
                    import              | import takes one file, - for standard input
                    import a b          | import takes one file, - for standard input
                    import a --force    | import has no option --force
                    """)
    void wrongUsageIsOneLineAndAHint(String line, String reason) {
        List<String> args = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
        assertThatThrownBy(() -> Command.parse(args))
                .hasMessage(reason + System.lineSeparator() + "acervo --help shows the commands")
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::status)
                .isEqualTo(2);
    }

    @Test
    void helpTellsOnlyOfCommandsThatExist() {
        assertThat(Command.HELP).contains("serve", "import FILE", "render", "token MISSION", "account NAME", "reindex");
    }
}
