import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;

/**
 * Measures an OAI-PMH repository, whoever made it, as harvesters meet it. {@code java it/bench/Harvest.java} alone says
 * how. It reads bytes, not XML, over one kept connection a harvester: on a small machine a client that parsed would be
 * measured as much as the server. Exit status 1: a harvest failed or was not complete.
 */
public final class Harvest {
    private static final String USAGE =
            """
            usage: java Harvest.java --url BASE_URL [options]
              --verb ListRecords        or ListIdentifiers
              --prefix oai_dc           the metadata prefix
              --set S  --from D  --until D
              --gzip                    asks for gzip
              --harvesters N            at once, each with its own connection (1)
              --repeat R                one after the other (1)
              --expect N                fails unless each harvester got N records
              --get K                   instead: GetRecord of K random records
              --request VERBQUERY K     instead: one request K times, such as Identify or 'ListSets'
              --csv                     prints a CSV line instead of words:
            """
                    + "    " + Result.COLUMNS + "\n";

    /** Enough identifiers to draw from that no server answers from one hot page. */
    private static final int IDENTIFIER_PAGES = 50;

    private final Map<String, String> options;

    private Harvest(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = parsed(arguments);
        if (!options.containsKey("url")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        try {
            new Harvest(options).run();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("FAILED: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> parsed(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            switch (name) {
                case "gzip", "csv" -> options.put(name, "");
                case "url", "verb", "prefix", "set", "from", "until", "harvesters", "repeat", "expect", "get" ->
                    options.put(name, value(arguments, ++i));
                case "request" -> {
                    options.put(name, value(arguments, ++i));
                    options.put("times", value(arguments, ++i));
                }
                default -> value(arguments, arguments.length);
            }
        }
        return options;
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            System.err.print(USAGE);
            System.exit(2);
        }
        return arguments[at];
    }

    private int number(String option, int otherwise) {
        return options.containsKey(option) ? Integer.parseInt(options.get(option)) : otherwise;
    }

    private void run() throws Exception {
        requests(List.of("verb=Identify")); // not measured: this program's own classes are loaded
        Callable<Walk> task = task();
        for (int round = number("repeat", 1); round > 0; round--) {
            Result result = together(task);
            System.out.println(options.containsKey("csv") ? result.csv() : result.words());
        }
    }

    private Callable<Walk> task() throws IOException {
        if (options.containsKey("get")) {
            List<String> queries = getRecords(number("get", 0));
            return () -> requests(queries);
        }
        if (options.containsKey("request")) {
            List<String> queries = Collections.nCopies(number("times", 1), "verb=" + options.get("request"));
            return () -> requests(queries);
        }
        return this::walk;
    }

    private Result together(Callable<Walk> task) throws Exception {
        int harvesters = number("harvesters", 1);
        ExecutorService threads = Executors.newFixedThreadPool(harvesters);
        try {
            long start = System.nanoTime();
            List<Walk> walks = new ArrayList<>();
            for (Future<Walk> walk : threads.invokeAll(Collections.nCopies(harvesters, task))) {
                walks.add(walk.get());
            }
            return new Result(walks, System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Follows the resumption token to the end of the list. */
    private Walk walk() throws IOException {
        String verb = options.getOrDefault("verb", "ListRecords");
        Walk walk = new Walk();
        try (Connection connection = connection()) {
            String query = "verb=" + verb + selection();
            while (query != null) {
                Page page = walk.add(connection.get(query));
                String token = page.token();
                query = token == null ? null : "verb=" + verb + "&resumptionToken=" + encoded(token);
            }
        }
        if (options.containsKey("expect") && walk.records != number("expect", 0)) {
            throw new IOException(walk.records + " records instead of " + options.get("expect"));
        }
        return walk;
    }

    private String selection() {
        StringBuilder query = new StringBuilder("&metadataPrefix=").append(encoded(prefix()));
        for (String name : List.of("set", "from", "until")) {
            if (options.containsKey(name)) {
                query.append('&').append(name).append('=').append(encoded(options.get(name)));
            }
        }
        return query.toString();
    }

    private Walk requests(List<String> queries) throws IOException {
        Walk walk = new Walk();
        try (Connection connection = connection()) {
            for (String query : queries) {
                walk.add(connection.get(query));
            }
        }
        return walk;
    }

    /** GetRecord requests for records drawn from the first pages; the same ones for the same repository. */
    private List<String> getRecords(int count) throws IOException {
        List<String> known = new ArrayList<>();
        try (Connection connection = connection()) {
            String query = "verb=ListIdentifiers&metadataPrefix=" + encoded(prefix());
            for (int pages = 0; query != null && pages < IDENTIFIER_PAGES; pages++) {
                Page page = connection.get(query);
                page.failIfError();
                known.addAll(page.identifiers());
                String token = page.token();
                query = token == null ? null : "verb=ListIdentifiers&resumptionToken=" + encoded(token);
            }
        }
        Random random = new Random(1);
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String identifier = known.get(random.nextInt(known.size()));
            queries.add("verb=GetRecord&metadataPrefix=" + encoded(prefix()) + "&identifier=" + encoded(identifier));
        }
        return queries;
    }

    private String prefix() {
        return options.getOrDefault("prefix", "oai_dc");
    }

    private Connection connection() {
        return new Connection(URI.create(options.get("url")), options.containsKey("gzip"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What one harvester got. */
    private static final class Walk {
        long records;
        long bytes;
        long wire;
        final List<Double> times = new ArrayList<>();

        Page add(Page page) throws IOException {
            page.failIfError();
            records += page.records();
            bytes += page.body.length;
            wire += page.wire;
            times.add(page.milliseconds);
            return page;
        }
    }

    /** What all harvesters of one round got. */
    private static final class Result {
        static final String COLUMNS =
                "records,bytes,wire,seconds,records_s,pages,first_ms,p50_ms,p99_ms,last_ms,first_tenth_ms,last_tenth_ms";

        private final List<Walk> walks;
        private final double seconds;
        private final List<Double> times = new ArrayList<>();
        private final List<Double> firstTenth = new ArrayList<>();
        private final List<Double> lastTenth = new ArrayList<>();

        Result(List<Walk> walks, long nanoseconds) {
            this.walks = walks;
            this.seconds = nanoseconds / 1e9;
            for (Walk walk : walks) {
                int pages = walk.times.size();
                int tenth = Math.max(1, pages / 10);
                times.addAll(walk.times);
                firstTenth.addAll(walk.times.subList(0, tenth));
                lastTenth.addAll(walk.times.subList(pages - tenth, pages));
            }
        }

        private long sum(ToLongFunction<Walk> part) {
            return walks.stream().mapToLong(part).sum();
        }

        private long records() {
            return sum(walk -> walk.records);
        }

        private double first() {
            return quantile(walks.stream().map(walk -> walk.times.get(0)).toList(), 0.5);
        }

        private double last() {
            return quantile(walks.stream().map(walk -> walk.times.get(walk.times.size() - 1)).toList(), 0.5);
        }

        private static double quantile(List<Double> values, double share) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
        }

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%.3f,%.0f,%d,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f",
                    records(), sum(w -> w.bytes), sum(w -> w.wire), seconds, records() / seconds, times.size(),
                    first(), quantile(times, 0.5), quantile(times, 0.99), last(),
                    quantile(firstTenth, 0.5), quantile(lastTenth, 0.5));
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%d records, %d bytes (%d on the wire), %d requests in %.2f s: %.0f records/s, %.0f requests/s%n"
                            + "  ms a request: first %.1f, p50 %.1f, p99 %.1f, last %.1f;"
                            + " median of the first tenth %.1f, of the last tenth %.1f",
                    records(), sum(w -> w.bytes), sum(w -> w.wire), times.size(), seconds, records() / seconds,
                    times.size() / seconds, first(), quantile(times, 0.5), quantile(times, 0.99), last(),
                    quantile(firstTenth, 0.5), quantile(lastTenth, 0.5));
        }
    }

    /** One answer. Its time ends with its last byte; unpacking gzip is the client's own work and not counted. */
    private static final class Page {
        private final int status;
        private final byte[] body;
        private final long wire;
        private final double milliseconds;

        Page(int status, byte[] body, long wire, double milliseconds) {
            this.status = status;
            this.body = body;
            this.wire = wire;
            this.milliseconds = milliseconds;
        }

        void failIfError() throws IOException {
            int error = find("<error ", 0, Math.min(body.length, 4_096));
            if (status != 200 || error >= 0) {
                throw new IOException("HTTP " + status + ": " + text(Math.max(0, error), Math.min(body.length, 1_024)));
            }
        }

        /** Headers are counted where there are no records, as in ListIdentifiers. */
        long records() {
            long records = count("<record>");
            return records > 0 ? records : count("<header>") + count("<header ");
        }

        private long count(String tag) {
            long count = 0;
            for (int at = find(tag, 0, body.length); at >= 0; at = find(tag, at + 1, body.length)) {
                count++;
            }
            return count;
        }

        /** The token stands at the end, so it is looked for from there. */
        String token() {
            int tag = find("<resumptionToken", Math.max(0, body.length - 4_096), body.length);
            int start = tag < 0 ? -1 : find(">", tag, body.length);
            if (start < 0 || body[start - 1] == '/') {
                return null;
            }
            String token = text(start + 1, find("<", start, body.length)).strip();
            return token.isEmpty() ? null : unescaped(token);
        }

        List<String> identifiers() {
            String tag = "<identifier>";
            List<String> identifiers = new ArrayList<>();
            for (int at = find(tag, 0, body.length); at >= 0; at = find(tag, at + 1, body.length)) {
                identifiers.add(unescaped(text(at + tag.length(), find("<", at + 1, body.length))));
            }
            return identifiers;
        }

        private int find(String what, int from, int to) {
            int last = to - what.length();
            for (int at = from; at <= last; at++) {
                if (body[at] == what.charAt(0) && matches(what, at)) {
                    return at;
                }
            }
            return -1;
        }

        private boolean matches(String what, int at) {
            for (int i = 1; i < what.length(); i++) {
                if (body[at + i] != what.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private String text(int from, int to) {
            return new String(body, from, to - from, StandardCharsets.UTF_8);
        }

        private static String unescaped(String text) {
            return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        }
    }

    /** HTTP/1.1 over one kept socket, no more than a harvest needs: it costs less than the JDK's client. */
    private static final class Connection implements AutoCloseable {
        private final URI base;
        private final boolean gzip;
        private Socket socket;
        private InputStream in;

        Connection(URI base, boolean gzip) {
            if (!"http".equals(base.getScheme())) {
                throw new IllegalArgumentException("only http is spoken");
            }
            this.base = base;
            this.gzip = gzip;
        }

        Page get(String query) throws IOException {
            boolean kept = socket != null;
            try {
                return ask(query);
            } catch (IOException e) {
                close();
                if (!kept) {
                    throw e;
                }
                return ask(query); // servers may close a kept connection at any time
            }
        }

        private Page ask(String query) throws IOException {
            long start = System.nanoTime();
            open();
            socket.getOutputStream().write(request(query).getBytes(StandardCharsets.US_ASCII));
            int status = Integer.parseInt(line().split(" ")[1]);
            Map<String, String> headers = headers();
            byte[] received = body(headers);
            double milliseconds = (System.nanoTime() - start) / 1e6;
            if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
                close();
            }
            boolean packed = headers.getOrDefault("content-encoding", "").equalsIgnoreCase("gzip");
            return new Page(status, packed ? unpacked(received) : received, received.length, milliseconds);
        }

        private void open() throws IOException {
            if (socket == null) {
                socket = new Socket(base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(300_000);
                in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            }
        }

        private String request(String query) {
            return "GET " + base.getRawPath() + "?" + query + " HTTP/1.1\r\nHost: " + base.getAuthority()
                    + "\r\nUser-Agent: acervo-bench\r\n" + (gzip ? "Accept-Encoding: gzip\r\n" : "") + "\r\n";
        }

        private Map<String, String> headers() throws IOException {
            Map<String, String> headers = new HashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            return headers;
        }

        private byte[] body(Map<String, String> headers) throws IOException {
            if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
                return chunks();
            }
            if (headers.containsKey("content-length")) {
                return exactly(Integer.parseInt(headers.get("content-length")));
            }
            headers.put("connection", "close");
            return in.readAllBytes();
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 18);
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                body.write(exactly(size));
                line();
            }
            headers(); // trailers, and the empty line
            return body.toByteArray();
        }

        private int chunkSize() throws IOException {
            return Integer.parseInt(line().split(";")[0].strip(), 16);
        }

        private byte[] exactly(int size) throws IOException {
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size) {
                throw new EOFException("closed within an answer");
            }
            return bytes;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("closed before an answer");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private static byte[] unpacked(byte[] packed) throws IOException {
            try (InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
                return bytes.readAllBytes();
            }
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}
