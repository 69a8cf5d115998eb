import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the search of a running repository: {@code java it/bench/Search.java URL RECORDS.jsonl [rounds]}.
 * With {@code ACERVO_ADMIN_PASSWORD} in its environment it signs in as {@code admin} and measures the suggestions too.
 *
 * <p>The mix has 200 searches: half of two words, a quarter of one word and a filter, 15 in a hundred a phrase or a field,
 * 10 in a hundred nothing or a word that most records have. Words and phrases come from the titles of the records, so that
 * each finds something; each round has searches of its own, because the server remembers what it found. The time in the
 * service is what the server says in {@code Server-Timing}; the whole is until the last byte of the page. One client, one
 * request at a time, after two rounds that are not counted. Suggestions are asked for as somebody types: the first two,
 * three and four letters of two hundred words.
 */
public final class Search {
    private static final Pattern TITLE = Pattern.compile("\"title\":\\[?\\{\"value\":\"([^\"\\\\]+)\"");
    private static final Pattern TIMING = Pattern.compile("search;dur=([0-9.]+)");
    private static final String[] FILTERS = {
        "theme=migration-data", "country=MX", "type=report", "language=es", "mission=mexico", "from=2018&to=2021"
    };

    private static final Pattern SEAL = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final List<String> titles = new ArrayList<>();
    private final Random random = new Random(7);

    private Search(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("usage: java Search.java URL RECORDS.jsonl [rounds]");
            System.exit(2);
        }
        Search search = new Search(arguments[0]);
        search.read(Path.of(arguments[1]));
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        search.measure(rounds);
        String password = System.getenv("ACERVO_ADMIN_PASSWORD");
        if (password != null) {
            search.signIn(password);
            search.suggest(rounds);
        }
    }

    private void read(Path records) throws IOException {
        try (var lines = Files.lines(records)) {
            lines.limit(100_000).filter(line -> random.nextInt(50) == 0).forEach(line -> {
                Matcher title = TITLE.matcher(line);
                if (title.find() && title.group(1).split("\\s+").length > 2) {
                    titles.add(title.group(1));
                }
            });
        }
        if (titles.isEmpty()) {
            throw new IOException("No titles in " + records);
        }
    }

    private String word() {
        while (true) {
            String[] words = titles.get(random.nextInt(titles.size())).split("[^\\p{L}]+");
            String word = words[random.nextInt(words.length)];
            if (word.length() > 3) {
                return word;
            }
        }
    }

    private String phrase() {
        String[] words = titles.get(random.nextInt(titles.size())).split("\\s+");
        int first = random.nextInt(words.length - 1);
        return "\"" + words[first] + " " + words[first + 1] + "\"";
    }

    private List<String> mix() {
        List<String> mix = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            mix.add("q=" + encoded(word() + " " + word()));
        }
        for (int i = 0; i < 50; i++) {
            mix.add("q=" + encoded(word()) + "&" + FILTERS[i % FILTERS.length]);
        }
        for (int i = 0; i < 30; i++) {
            mix.add("q=" + encoded(i % 2 == 0 ? phrase() : "title:" + word()));
        }
        for (int i = 0; i < 20; i++) {
            mix.add(i % 2 == 0 ? "q=" : "q=migration");
        }
        Collections.shuffle(mix, random);
        return mix;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            for (String each : mix()) {
                ask(each, new ArrayList<>(), new ArrayList<>());
            }
        }
        List<Double> service = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            for (String each : mix()) {
                ask(each, service, whole);
            }
        }
        print("in the search service", service);
        print("the whole page", whole);
    }

    private void ask(String query, List<Double> service, List<Double> whole) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "/search?lang=en&" + query)).build(),
                HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - begin) / 1e6;
        Matcher timing = TIMING.matcher(answer.headers().firstValue("Server-Timing").orElse(""));
        if (answer.statusCode() != 200 || !timing.find()) {
            throw new IOException(query + " answers " + answer.statusCode());
        }
        service.add(Double.valueOf(timing.group(1)));
        whole.add(millis);
    }

    private void signIn(String password) throws IOException, InterruptedException {
        URI login = URI.create(base + "/console/login");
        Matcher seal = SEAL.matcher(client.send(
                        HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString())
                .body());
        if (!seal.find()) {
            throw new IOException(login + " has no form");
        }
        String form = "name=admin&to=&password=" + encoded(password) + "&token=" + encoded(seal.group(1));
        int status = client.send(
                        HttpRequest.newBuilder(login)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
        if (status != 303) {
            throw new IOException("Signing in answers " + status);
        }
    }

    private void suggest(int rounds) throws IOException, InterruptedException {
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String word = word();
            for (int letters = 2; letters <= 4; letters++) {
                typed.add(word.substring(0, letters));
            }
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rounds + 2; i++) {
            for (String each : typed) {
                URI address = URI.create(base + "/console/search/suggest?q=" + encoded(each));
                long begin = System.nanoTime();
                int status = client.send(
                                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                if (status != 200) {
                    throw new IOException(address + " answers " + status);
                }
                if (i >= 2) {
                    times.add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        print("suggestions, to the last byte", times);
    }

    private static void print(String what, List<Double> times) {
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                what,
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.99)),
                times.get(times.size() - 1));
    }
}
