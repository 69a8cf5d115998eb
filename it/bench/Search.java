import java.io.IOException;
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
 *
 * <p>The mix has 200 searches: half of two words, a quarter of one word and a filter, 15 in a hundred a phrase or a field,
 * 10 in a hundred nothing or a word that most records have. Words and phrases come from the titles of the records, so that
 * each finds something. The time in the service is what the server says in {@code Server-Timing}; the whole is until the
 * last byte of the page. One client, one request at a time, after two rounds that are not counted.
 */
public final class Search {
    private static final Pattern TITLE = Pattern.compile("\"title\":\\[?\\{\"value\":\"([^\"\\\\]+)\"");
    private static final Pattern TIMING = Pattern.compile("search;dur=([0-9.]+)");
    private static final String[] FILTERS = {
        "theme=migration-data", "country=MX", "type=report", "language=es", "mission=mexico", "from=2018&to=2021"
    };

    private final HttpClient client = HttpClient.newHttpClient();
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
        search.measure(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5);
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
        List<String> mix = mix();
        for (int i = 0; i < 2; i++) {
            for (String each : mix) {
                ask(each, new ArrayList<>(), new ArrayList<>());
            }
        }
        List<Double> service = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            for (String each : mix) {
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
