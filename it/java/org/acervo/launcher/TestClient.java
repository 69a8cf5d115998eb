package org.acervo.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Hands commands to a server as {@code acervo.jar} does, without a process of its own. */
public final class TestClient {

    /** What came of a command: its exit status, and what it said. */
    public record Result(int status, String said) {}

    private TestClient() {}

    /** Has a server import lines of JSON. */
    public static Result load(Path control, byte[] lines) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            int status = new CommandClient(new Terminal(out, out, false))
                    .run(
                            CommandClient.connect(control),
                            new Command.Import("-", false).request(),
                            new ByteArrayInputStream(lines));
            return new Result(status, said.toString(StandardCharsets.UTF_8));
        } catch (IOException | Refusal failed) {
            throw new IllegalStateException(failed);
        }
    }
}
