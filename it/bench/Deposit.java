import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures deposits into a running Acervo; see README.md. Without options it lists them. */
public final class Deposit {

    private static final String USAGE = """
            java Deposit.java CASE --url http://localhost:8080 --token TOKEN [OPTION VALUE]...
              one      create, PUT a file, publish, one after the other: --count 200 --warm-up 50 --size 1048576
              many     the same by several clients at once: --clients 8 --count 1000 --warm-up 200 --size 1048576
              large    one file: --size 2147483648 --pid PROCESS (whose heap is looked at by jcmd)
              bulk     a sheet without files: --rows 3000
              fsync    how long the disk takes to keep 4 kB: --folder .
            """;

    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");
    private static final Pattern CREATED = Pattern.compile("\"created\":(\\d+)");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Map<String, String> options = new HashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    private Deposit(String[] arguments) {
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Deposit deposit = new Deposit(arguments);
        switch (arguments[0]) {
            case "one" -> deposit.one();
            case "many" -> deposit.many();
            case "large" -> deposit.large();
            case "bulk" -> deposit.bulk();
            case "fsync" -> deposit.fsync();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private long number(String option, long standard) {
        return Long.parseLong(options.getOrDefault(option, Long.toString(standard)));
    }

    private Connection connection() {
        return new Connection(URI.create(options.get("url")), options.get("token"));
    }

    /** What each step of one publication took, in milliseconds. */
    private record Steps(double create, double put, double publish) {
        double all() {
            return create + put + publish;
        }
    }

    private Steps publication(Connection connection, byte[] file) throws IOException {
        int n = counter.incrementAndGet();
        String document = "{\"sourceId\": \"" + run + "-" + n + "\", \"mission\": \"mexico\", \"type\": \"report\","
                + " \"title\": [{\"value\": \"Informe " + n + " sobre movilidad\", \"lang\": \"es\"}],"
                + " \"description\": [{\"value\": \"Resumen del informe " + n + ". " + "Texto del resumen. ".repeat(20)
                + "\", \"lang\": \"es\"}], \"theme\": \"migration-data\", \"date\": \"2021-02\", \"language\": \"es\","
                + " \"coverage\": \"MX\", \"rights\": \"https://creativecommons.org/licenses/by-nc-nd/3.0/igo/\"}";
        // no two files are the same, as they are not in life
        ByteBuffer.wrap(file).putLong(file.length / 2, (long) n << 32 | Integer.toUnsignedLong(run.hashCode()));
        long begin = System.nanoTime();
        Answer made = connection.send("POST", "/api/v1/publications", "Content-Type: application/json\r\n"
                + "Idempotency-Key: " + run + "-" + n + "\r\n", document.getBytes(StandardCharsets.UTF_8));
        long created = System.nanoTime();
        String path = "/api/v1/publications/" + made.found(ID);
        connection.send("PUT", path + "/files/report.pdf", "Content-Type: application/pdf\r\n", file);
        long put = System.nanoTime();
        connection.send("POST", path + "/publish", "If-Match: " + made.header("etag") + "\r\nIdempotency-Key: p" + run
                + "-" + n + "\r\n", new byte[0]);
        return new Steps((created - begin) / 1e6, (put - created) / 1e6, (System.nanoTime() - put) / 1e6);
    }

    private byte[] pdf() {
        byte[] file = new byte[(int) number("size", 1 << 20)];
        new Random(1).nextBytes(file);
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        return file;
    }

    private void one() throws IOException {
        byte[] file = pdf();
        List<Steps> all = new ArrayList<>();
        try (Connection connection = connection()) {
            for (long i = number("warm-up", 50); i > 0; i--) {
                publication(connection, file);
            }
            for (long i = number("count", 200); i > 0; i--) {
                all.add(publication(connection, file));
            }
        }
        say("one after the other, ms, p50: %.1f (create %.1f, file %.1f, publish %.1f); p95: %.1f; most: %.1f",
                quantile(all.stream().map(Steps::all).toList(), 0.5),
                quantile(all.stream().map(Steps::create).toList(), 0.5),
                quantile(all.stream().map(Steps::put).toList(), 0.5),
                quantile(all.stream().map(Steps::publish).toList(), 0.5),
                quantile(all.stream().map(Steps::all).toList(), 0.95),
                quantile(all.stream().map(Steps::all).toList(), 1));
    }

    private void many() throws Exception {
        int clients = (int) number("clients", 8);
        together(clients, number("warm-up", 200));
        long count = number("count", 1000);
        long begin = System.nanoTime();
        List<Steps> all = together(clients, count);
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<Double> times = all.stream().map(Steps::all).toList();
        say("%d clients at once: %.1f publications/s; ms, p50: %.1f, p95: %.1f", clients, count / seconds,
                quantile(times, 0.5), quantile(times, 0.95));
    }

    private List<Steps> together(int clients, long count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger left = new AtomicInteger((int) count);
        List<Future<List<Steps>>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            work.add(threads.submit(() -> {
                List<Steps> mine = new ArrayList<>();
                byte[] file = pdf();
                try (Connection connection = connection()) {
                    while (left.getAndDecrement() > 0) {
                        mine.add(publication(connection, file));
                    }
                }
                return mine;
            }));
        }
        List<Steps> all = new ArrayList<>();
        for (Future<List<Steps>> each : work) {
            all.addAll(each.get());
        }
        threads.shutdown();
        return all;
    }

    private void large() throws Exception {
        long size = number("size", 2L << 30);
        try (Connection connection = connection()) {
            publication(connection, pdf(1 << 20)); // the classes are there
            Answer made = connection.send("POST", "/api/v1/publications", "Content-Type: application/json\r\n",
                    "{\"mission\": \"mexico\", \"title\": \"Video\"}".getBytes(StandardCharsets.UTF_8));
            HeapWatch heap = new HeapWatch(options.get("pid"));
            long begin = System.nanoTime();
            connection.stream("PUT", "/api/v1/publications/" + made.found(ID) + "/files/large.pdf", size);
            double seconds = (System.nanoTime() - begin) / 1e9;
            heap.end();
            say("a file of %d MB: %.1f s, %.0f MB/s; live heap %d MB before, at most %d MB meanwhile", size >> 20,
                    seconds, (size >> 20) / seconds, heap.before >> 10, heap.most >> 10);
        }
    }

    private static byte[] pdf(int size) {
        byte[] file = new byte[size];
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        return file;
    }

    /** Looks, each time after a collection, at how much of another process's heap is in use. */
    private static final class HeapWatch {
        final long before;
        volatile long most;
        private final String pid;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final Thread thread = new Thread(this::watch);

        HeapWatch(String pid) throws Exception {
            this.pid = pid;
            used();
            this.before = used();
            this.most = before;
            thread.start();
        }

        private void watch() {
            try {
                while (!ended.get()) {
                    most = Math.max(most, used());
                    Thread.sleep(500);
                }
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        void end() throws InterruptedException {
            ended.set(true);
            thread.join();
        }

        /** In kB. */
        private long used() throws Exception {
            jcmd("GC.run");
            Matcher used = USED.matcher(jcmd("GC.heap_info"));
            long sum = 0;
            // the first is the heap, or its generations each; metaspace comes last
            List<Long> all = new ArrayList<>();
            while (used.find()) {
                all.add(Long.parseLong(used.group(1)));
            }
            for (long each : all.subList(0, Math.max(1, all.size() - 2))) {
                sum += each;
            }
            return sum;
        }

        private String jcmd(String command) throws Exception {
            Process process = new ProcessBuilder("jcmd", pid, command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void bulk() throws Exception {
        long rows = number("rows", 3000);
        StringBuilder sheet = new StringBuilder("title [es];description [es];type;theme;date;language;access;sourceId");
        for (int i = 0; i < rows; i++) {
            sheet.append("\nInforme ").append(i).append(";Resumen ").append(i)
                    .append(";report;migration-data;2021-02;es;metadata-only;").append(run).append("-b").append(i);
        }
        try (Connection connection = connection()) {
            long begin = System.nanoTime();
            Answer answer = connection.send("POST", "/api/v1/bulk?then=publish", "Content-Type: text/csv\r\n",
                    sheet.toString().getBytes(StandardCharsets.UTF_8));
            String path = URI.create(answer.header("location")).getPath();
            while (!answer.found(STATE).matches("done|failed|cancelled")) {
                Thread.sleep(100);
                answer = connection.send("GET", path, "", new byte[0]);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            say("a sheet of %d rows, published: %.1f s, %.0f rows/s (%s, %s created)", rows, seconds, rows / seconds,
                    answer.found(STATE), answer.found(CREATED));
        }
    }

    private void fsync() throws IOException {
        Path file = Files.createTempFile(Path.of(options.getOrDefault("folder", ".")), "fsync", "");
        List<Double> times = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 200; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096));
                channel.force(true);
                times.add((System.nanoTime() - begin) / 1e6);
            }
        } finally {
            Files.delete(file);
        }
        say("4 kB to the disk, ms, p50: %.2f, p95: %.2f", quantile(times, 0.5), quantile(times, 0.95));
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String found(Pattern pattern) {
            Matcher matcher = pattern.matcher(body);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    /** HTTP/1.1 over one kept socket, no more than a deposit needs: it costs less than the JDK's client. */
    private static final class Connection implements AutoCloseable {
        private final URI base;
        private final String token;
        private Socket socket;
        private InputStream in;

        Connection(URI base, String token) {
            this.base = base;
            this.token = token;
        }

        Answer send(String method, String path, String headers, byte[] body) throws IOException {
            open();
            OutputStream out = socket.getOutputStream();
            byte[] head = head(method, path, headers, body.length);
            byte[] all = new byte[head.length + body.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            out.write(all);
            return answer(method + " " + path);
        }

        /** A file of which nothing is kept here. */
        Answer stream(String method, String path, long size) throws IOException {
            open();
            OutputStream out = socket.getOutputStream();
            out.write(head(method, path, "Content-Type: application/pdf\r\n", size));
            byte[] block = pdf(1 << 20);
            for (long sent = 0; sent < size; sent += block.length) {
                out.write(block, 0, (int) Math.min(block.length, size - sent));
            }
            return answer(method + " " + path);
        }

        private void open() throws IOException {
            if (socket == null) {
                socket = new Socket(base.getHost(), base.getPort());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(600_000);
                in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            }
        }

        private byte[] head(String method, String path, String headers, long length) {
            return (method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Length: " + length + "\r\n" + headers + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        private Answer answer(String request) throws IOException {
            int status = Integer.parseInt(line().split(" ")[1]);
            Map<String, String> headers = new HashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            String body = new String(body(headers), StandardCharsets.UTF_8);
            if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
                close();
            }
            if (status >= 300) {
                throw new IOException(request + " → " + status + " " + body);
            }
            return new Answer(status, headers, body);
        }

        private byte[] body(Map<String, String> headers) throws IOException {
            if (!headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
                return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            }
            java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
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

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}
