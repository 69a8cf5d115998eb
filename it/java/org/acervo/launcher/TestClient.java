package org.acervo.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Hands commands to a server as {@code acervo.jar} does, without a process of its own. */
public final class TestClient {

    /** What came of a command: its exit status, and what it said to standard output. */
    public record Result(int status, String said) {}

    private TestClient() {}

    /** Has a server import lines of JSON. */
    public static Result load(Path control, byte[] lines) {
        return run(control, lines, "import", "-");
    }

    /** Has a server run a command without input. */
    public static Result run(Path control, String... command) {
        return run(control, new byte[0], command);
    }

    private static Result run(Path control, byte[] input, String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try {
            Command.Work work = (Command.Work) Command.parse(List.of(command));
            int status = new CommandClient(new Terminal(out, err, false))
                    .run(CommandClient.connect(control), work.request(), new ByteArrayInputStream(input));
            return new Result(status, said.toString(StandardCharsets.UTF_8));
        } catch (IOException | Refusal failed) {
            throw new IllegalStateException(failed);
        }
    }
}
