package org.acervo.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.acervo.access.openid.TestProvider;
import org.acervo.launcher.FreePort;
import org.acervo.launcher.TestDatabase;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The settings of the server that Arquillian starts for a test class; they must be there before its own are read. */
public final class TestServer implements LauncherSessionListener {

    /** Small, so that lists have several pages. */
    public static final int PAGE_SIZE = 7;

    private static final Duration END = Duration.ofSeconds(60);

    private static @Nullable DatabaseGate gate;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("acervo.war") == null) {
            return; // unit tests
        }
        try {
            int port = FreePort.find();
            Path work = Files.createTempDirectory("acervo-it");
            work.toFile().deleteOnExit();
            System.setProperty("it.port", Integer.toString(port));
            System.setProperty("it.data", work.resolve("data").toString());
            System.setProperty("it.control", work.resolve("control.sock").toString());
            System.setProperty("it.provider.port", Integer.toString(FreePort.find()));
            System.setProperty("it.micro.options", "--nohazelcast --disablephonehome --port " + port);
            System.setProperty("it.jvm.options", jvmOptions(databaseUrl()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String databaseUrl() {
        URI address = URI.create(TestDatabase.get().url().substring("jdbc:".length()));
        gate = new DatabaseGate(address.getPort());
        return "jdbc:mariadb://127.0.0.1:" + gate.port() + address.getPath();
    }

    private static String jvmOptions(String databaseUrl) throws IOException {
        Path temporary = Path.of("target", "it-tmp").toAbsolutePath();
        Files.createDirectories(temporary);
        return String.join(
                " ",
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dacervo.db.url=" + databaseUrl,
                        "-Dacervo.db.user=" + TestDatabase.get().user(),
                        "-Dacervo.db.password=" + TestDatabase.get().password(),
                        "-Dacervo.control=" + System.getProperty("it.control"),
                        "-DACERVO_DATA=" + data(),
                        "-DACERVO_MAX_FILE_SIZE=20M",
                        "-DACERVO_CONFIG=" + Path.of("config").toAbsolutePath(),
                        "-DACERVO_BASE_URL=" + baseUrl(),
                        "-DACERVO_OIDC_ISSUER=http://127.0.0.1:" + providerPort(),
                        "-DACERVO_OIDC_CLIENT_ID=" + TestProvider.CLIENT,
                        "-DACERVO_OIDC_CLIENT_SECRET=" + TestProvider.SECRET,
                        "-DACERVO_OIDC_NAME=Office",
                        "-DACERVO_OAI_PAGE_SIZE=" + PAGE_SIZE,
                        "-DACERVO_SAMPLE=true"));
    }

    /** The public address of the repository. */
    public static String baseUrl() {
        return "http://127.0.0.1:" + System.getProperty("it.port");
    }

    /** The port where the server looks for an OpenID provider; nobody is there but in a test that starts one. */
    public static int providerPort() {
        return Integer.getInteger("it.provider.port");
    }

    /** What the server keeps beside its database. */
    public static Path data() {
        return Path.of(System.getProperty("it.data"));
    }

    /** The socket for commands. */
    public static Path control() {
        return Path.of(System.getProperty("it.control"));
    }

    /** The server's way to its database. */
    public static DatabaseGate gate() {
        DatabaseGate known = gate;
        if (known == null) {
            throw new IllegalStateException("There is no server");
        }
        return known;
    }

    /** What was packaged, to be deployed at the root of a server with an empty database and without files. */
    public static WebArchive war() {
        awaitEnd();
        TestDatabase.get().emptied();
        try {
            FileTree.delete(data());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("acervo.war")))
                .as(WebArchive.class);
    }

    /** The server of the test class before was told to end; until it has, it holds its port and its folders. */
    private static void awaitEnd() {
        Until.holds("the server before has ended", END, () -> ProcessHandle.current()
                .children()
                .noneMatch(child ->
                        child.info().commandLine().orElse("").contains(System.getProperty("payara.micro.jar"))));
    }
}
