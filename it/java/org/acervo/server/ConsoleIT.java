package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.access.openid.TestProvider;
import org.acervo.launcher.TestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console on the deployed server, over HTTP and without scripts. */
@ArquillianTest
@RunAsClient
class ConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> PASSWORDS = new HashMap<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return TestServer.war();
    }

    @BeforeEach
    void enrol() {
        if (PASSWORDS.isEmpty()) {
            PASSWORDS.put("ana", command("account", "ana", "--role", "depositor:mexico"));
            PASSWORDS.put("joe", command("account", "joe", "--role", "depositor:haiti"));
            PASSWORDS.put("eve", command("account", "eve", "--role", "curator"));
        }
    }

    @Test
    void aPublicationIsDepositedReturnedMendedAndApproved() throws Exception {
        Browser ana = signedIn("ana");
        Browser eve = signedIn("eve");
        HttpResponse<String> made = create(ana, Map.of("title.0", "Informe anual", "title.0.lang", "es", "do", "save"));
        String page = location(made);

        HttpResponse<String> early = ana.post(page, Map.of("do", "submit", "version", "1"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("What still blocks publishing", "href=\"../../console/publications/");

        HttpResponse<String> submitted = ana.post(page + "/edit", with(good(), "do", "submit", "version", "1"));
        assertThat(submitted.headers().firstValue("Location").orElse("")).endsWith("?done=submit");
        assertThat(ana.post(page, Map.of("do", "publish", "version", "3")).statusCode())
                .isEqualTo(422);

        assertThat(eve.get("/console/?show=submitted").body()).contains("Informe anual");
        eve.get(page);
        assertThat(eve.post(page, Map.of("do", "return", "version", "3", "reason", " "))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> returned = eve.post(
                page, Map.of("do", "return", "version", "3", "reason", "Falta el año", "why./date", "Which year?"));
        assertThat(returned.statusCode()).isEqualTo(303);

        assertThat(ana.get("/console/").body()).contains("Falta el año");
        String form = ana.get(page + "/edit").body();
        assertThat(form).contains("Falta el año", "Which year?");
        HttpResponse<String> mended =
                ana.post(page + "/edit", with(good(), "date.0", "2021", "do", "submit", "version", "4"));
        assertThat(mended.statusCode()).isEqualTo(303);

        assertThat(eve.post(page, Map.of("do", "publish", "version", "3")).statusCode())
                .isEqualTo(412);
        assertThat(eve.post(page, Map.of("do", "publish", "version", "6")).statusCode())
                .isEqualTo(303);
        assertThat(eve.get(page).body()).contains("Published", "Which year?");
        String id = page.substring(page.lastIndexOf('/') + 1);
        assertThat(ana.get("/publications/" + id).body()).contains("Informe anual");
    }

    @Test
    void whoHasNotSignedInSeesNothingAndComesBackToWhatWasAskedFor() throws Exception {
        Browser nobody = new Browser();
        HttpResponse<String> sent = nobody.get("/console/publications/1/edit?lang=es");
        assertThat(sent.statusCode()).isEqualTo(303);
        String login = sent.headers().firstValue("Location").orElse("");
        assertThat(login).isEqualTo("/console/login?to=publications%2F1%2Fedit%3Flang%3Des");
        assertThat(nobody.get(login).body()).contains("value=\"publications/1/edit?lang=es\"");
        assertThat(nobody.post("/console/publications/new", good()).statusCode())
                .isEqualTo(401);
        HttpResponse<String> in = nobody.post(
                "/console/login", Map.of("name", "ana", "password", password("ana"), "to", "https://evil.example/"));
        assertThat(in.headers().firstValue("Location")).contains("/console/");
    }

    @Test
    void theSessionIsTheOnlyCookieAndNoScriptCanReadIt() throws Exception {
        Browser ana = new Browser();
        ana.get("/console/login");
        HttpResponse<String> in =
                ana.post("/console/login", Map.of("name", "ana", "password", password("ana"), "to", ""));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().allValues("Set-Cookie").toString()).contains("HttpOnly", "SameSite=Lax");
        assertThat(ana.cookies()).extracting(HttpCookie::getName).containsExactly("acervo-session");
        HttpResponse<String> page = ana.get("/console/");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script>", "style=\"", "onclick");
        assertThat(ana.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormWithoutTheTokenOfTheSessionChangesNothing() throws Exception {
        Browser ana = signedIn("ana");
        String page = location(create(ana, Map.of("title.0", "Mine", "do", "save")));
        Browser joe = signedIn("joe");
        joe.get("/console/account");
        for (String token : List.of("", "nonsense")) {
            Map<String, String> forged = Map.of("do", "delete", "version", "1", "token", token);
            assertThat(ana.post(page, forged).statusCode()).isEqualTo(403);
        }
        assertThat(ana.get(page).statusCode()).isEqualTo(200);
        Browser stranger = new Browser();
        stranger.get("/console/login");
        Map<String, String> forged = Map.of("name", "ana", "password", password("ana"), "token", "x");
        assertThat(stranger.post("/console/login", forged).statusCode()).isEqualTo(422);
        assertThat(stranger.get("/console/").statusCode()).isEqualTo(303);
    }

    @Test
    void whatBelongsToAnotherMissionDoesNotExistByAnyAddress() throws Exception {
        Browser ana = signedIn("ana");
        String page = location(create(ana, Map.of("title.0", "Secret of Mexico", "do", "save")));
        Browser joe = signedIn("joe");
        joe.get("/console/account");
        for (String path : List.of(page, page + "/edit", page + "/files/a.pdf")) {
            assertThat(joe.get(path).statusCode()).as(path).isEqualTo(404);
        }
        joe.get("/console/account");
        assertThat(joe.post(page, Map.of("do", "delete", "version", "1")).statusCode())
                .isEqualTo(404);
        assertThat(joe.post(page + "/edit", with(good(), "version", "1", "do", "save"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(joe.get("/console/").body()).doesNotContain("Secret of Mexico");
        HttpResponse<String> foreign = create(joe, with(good(), "mission.0", "mexico", "do", "save"));
        assertThat(foreign.statusCode()).isEqualTo(422);
    }

    @Test
    void aSessionEndsWithTheSignOutAndWithANewPassword() throws Exception {
        Browser first = signedIn("joe");
        Browser second = signedIn("joe");
        first.get("/console/account");
        String fresh = "another long one";
        HttpResponse<String> changed =
                first.post("/console/account/password", Map.of("old", password("joe"), "fresh", fresh, "again", fresh));
        assertThat(changed.statusCode()).isEqualTo(303);
        PASSWORDS.put("joe", fresh);
        assertThat(first.get("/console/").statusCode()).isEqualTo(200);
        assertThat(second.get("/console/").statusCode()).isEqualTo(303);
        first.get("/console/");
        assertThat(first.post("/console/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(first.get("/console/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverTheOrganisationKnowsSignsInWithoutAPassword() throws Exception {
        command("account", "ana.perez@example.org", "--role", "depositor:mexico");
        Browser ana = new Browser();
        assertThat(ana.get("/console/login?to=account").body()).contains("console/openid?to=account", "Office");
        assertThat(ana.get("/console/openid").body()).contains("Office does not answer now");
        try (TestProvider office = new TestProvider(Instant::now, TestServer.providerPort())) {
            Until.holds("the provider is asked again", PATIENCE, () -> ana.get("/console/openid/out")
                    .headers()
                    .firstValue("Refresh")
                    .filter(out -> out.startsWith("0; url=" + office.issuer() + "/logout?"))
                    .isPresent());
            URI answer = ana.through("/console/openid?to=account");
            assertThat(new Browser().get(answer).statusCode())
                    .as("in another browser")
                    .isEqualTo(400);
            assertThat(location(ana.get(answer))).isEqualTo("/console/account");
            assertThat(ana.cookies()).extracting(HttpCookie::getName).containsExactly("acervo-session");
            assertThat(ana.get("/console/account").body()).contains("ana.perez@example.org");
            assertThat(ana.get(answer).statusCode()).as("again").isEqualTo(400);
            ana.get("/console/account");
            assertThat(location(ana.post("/console/logout", Map.of()))).isEqualTo("/console/openid/out");
            assertThat(ana.get("/console/account").statusCode()).isEqualTo(303);
            office.says(claims -> claims.subject("somebody else"));
            assertThat(ana.get(ana.through("/console/openid")).body())
                    .contains("ana.perez@example.org already belongs to somebody else at Office");
        }
    }

    @Test
    void hostileMetadataShowAsText() throws Exception {
        Browser ana = signedIn("ana");
        List<String> titles = List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "\u202Eevil ${7*7} <#list>",
                "x".repeat(1_900));
        for (String title : titles) {
            HttpResponse<String> made = create(ana, Map.of("title.0", title, "do", "save"));
            assertThat(made.statusCode()).isEqualTo(303);
            for (String path : List.of(location(made), location(made) + "/edit", "/console/")) {
                HttpResponse<String> page = ana.get(path);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).doesNotContain("<script>alert", "<img src=x", "evil 49");
            }
        }
        HttpResponse<String> huge = create(ana, Map.of("title.0", "y".repeat(100_000), "do", "save"));
        assertThat(huge.statusCode()).isEqualTo(422);
        assertThat(huge.body()).contains("y".repeat(100_000), "href=\"#title\"");
    }

    @Test
    void whatWasTypedIsKeptWhereSomebodyElseWasQuicker() throws Exception {
        Browser ana = signedIn("ana");
        String page = location(create(ana, Map.of("title.0", "First", "do", "save")));
        assertThat(ana.post(
                                page + "/edit",
                                Map.of("title.0", "Second", "mission.0", "mexico", "version", "1", "do", "save"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> stale = ana.post(
                page + "/edit", Map.of("title.0", "Third", "mission.0", "mexico", "version", "1", "do", "save"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("value=\"Third\"", "Second", "name=\"version\" value=\"2\"");
        HttpResponse<String> added =
                ana.post(page + "/edit", Map.of("title.0", "Mine", "version", "2", "do", "add:title"));
        assertThat(added.body()).contains("value=\"Mine\"", "name=\"title.1\"");
    }

    private static Map<String, String> good() {
        return with(
                Map.of("title.0", "Informe anual", "title.0.lang", "es", "description.0", "Texto", "type.0", "report"),
                "mission.0",
                "mexico",
                "language.0",
                "es",
                "date.0",
                "2020",
                "theme.0",
                "migration-data");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static HttpResponse<String> create(Browser browser, Map<String, String> fields) throws Exception {
        browser.get("/console/publications/new");
        Map<String, String> all = new HashMap<>(Map.of("mission.0", "mexico"));
        all.putAll(fields);
        return browser.post("/console/publications/new", all);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
    }

    private static Browser signedIn(String name) throws IOException, InterruptedException {
        Browser browser = new Browser();
        assertThat(browser.signIn(name, password(name)).statusCode()).isEqualTo(303);
        return browser;
    }

    private static String password(String name) {
        return PASSWORDS.getOrDefault(name, "");
    }

    private static String command(String... command) {
        TestClient.Result result = TestClient.run(TestServer.control(), command);
        assertThat(result.status()).as(String.join(" ", command)).isZero();
        assertThat(result.said().strip()).doesNotContainAnyWhitespaces();
        return result.said().strip();
    }
}
