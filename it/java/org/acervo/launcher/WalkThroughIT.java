package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sections of README on depositing, run in a shell as they are printed; only the port is another. */
class WalkThroughIT {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## Deposit(?:ing| a spreadsheet)\n(.*?)(?=^## )");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```");
    private static final String PRINTED = "java -jar target/acervo/acervo.jar";

    /** What every JDK has does the same where there is no zip. */
    private static final String ZIP = "zip() { shift; '%s' --create --no-manifest --file \"$@\"; }\n";

    private final Path work = Path.of("target", "it-walk-through").toAbsolutePath();

    @Test
    void whatReadmeSaysOfDepositingWorks() throws Exception {
        assumeThat(has("curl"))
                .as("README is not tried: it needs curl, which is not on this machine's PATH")
                .isTrue();
        Folders.empty(Files.createDirectories(work));
        int port = FreePort.find();
        Map<String, String> settings = new HashMap<>(Map.of(
                "ACERVO_DATA", work.resolve("data").toString(),
                "ACERVO_HTTP_PORT", Integer.toString(port),
                "ACERVO_SAMPLE", "false"));
        try (Acervo server = Acervo.start(work, settings, new byte[0], "serve")) {
            server.awaitReady(port);
            String said = run(printed().replace("localhost:8080", "localhost:" + port), settings);

            assertThat(said)
                    .contains("<dc:title xml:lang=\"es\">Línea de base de movilidad</dc:title>")
                    .contains("/files/report.txt</dc:identifier>", "/files/large.txt</dc:identifier>")
                    .doesNotContain("/files/annex.txt</dc:identifier>")
                    .contains("\"then\":\"submit\"", "\"format\":\"zip\"");
            try (Stream<Path> files = Files.list(work)) {
                assertThat(files.map(each -> each.getFileName().toString()))
                        .contains("acervo-publicaciones.xlsx")
                        .anyMatch(each -> each.matches("acervo-[0-9a-f]{8}\\.csv"));
            }
        }
    }

    private static String printed() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> sections =
                SECTION.matcher(readme).results().map(found -> found.group(1)).toList();
        assertThat(sections).hasSize(2);
        String section = String.join("", sections);
        String lines =
                SHELL.matcher(section).results().map(found -> found.group(1)).collect(Collectors.joining("echo\n"));
        assertThat(lines).contains(PRINTED, "curl");
        return lines.replace(PRINTED, Acervo.commandLine());
    }

    /** Runs lines in a shell, in which any failure and any answer from 400 on ends them. */
    private String run(String lines, Map<String, String> settings) throws IOException, InterruptedException {
        Files.writeString(work.resolve(".curlrc"), "fail-with-body\n");
        Path script = Files.writeString(work.resolve("deposit.sh"), "set -euo pipefail\n" + zip() + lines);
        Path said = work.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().putAll(settings);
        shell.environment().put("CURL_HOME", work.toString());
        Process process = shell.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(Files.readString(said)).isTrue();
        return Files.readString(said);
    }

    private static String zip() {
        return has("zip") ? "" : ZIP.formatted(Path.of(System.getProperty("java.home"), "bin", "jar"));
    }

    private static boolean has(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
