package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** A mission's program that deposits one publication after the other, in every way there is; answers how many. */
final class BusyDepositor implements Callable<Integer> {

    private static final int LARGEST = 1_500_000;
    private static final byte[] NOTHING = {};

    private final String name;
    private final PatientClient client;
    private final Ledger ledger;
    private final AtomicBoolean stop;
    private final SplittableRandom random;

    BusyDepositor(String name, long seed, PatientClient client, Ledger ledger, AtomicBoolean stop) {
        this.name = name;
        this.client = client;
        this.ledger = ledger;
        this.stop = stop;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Integer call() {
        int done = 0;
        for (; !stop.get(); done++) {
            String sourceId = name + "-" + done;
            try {
                new Deposit(sourceId, random.nextInt(5) > 0).run();
            } catch (PatientClient.Dropped dropped) {
                ledger.abandon(sourceId);
            }
        }
        return done;
    }

    /** A publication in JSON that may be published. */
    static String document(String sourceId, String title) {
        return Json.createObjectBuilder()
                .add("sourceId", sourceId)
                .add("mission", "mexico")
                .add("type", "report")
                .add("title", Json.createArrayBuilder().add(text(title)))
                .add("description", Json.createArrayBuilder().add(text("Resumen de " + title)))
                .add("theme", "migration-data")
                .add("date", "2021-02")
                .add("language", "es")
                .build()
                .toString();
    }

    private static JsonObject text(String value) {
        return Json.createObjectBuilder().add("value", value).add("lang", "es").build();
    }

    /** A PDF as far as its first bytes go; the same for the same name. */
    static byte[] pdf(String name, int size) {
        byte[] bytes = new byte[Math.max(size, 64)];
        new java.util.Random(name.hashCode()).nextBytes(bytes);
        byte[] head = ("%PDF-1.4\n% " + name + "\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
        return bytes;
    }

    /** One publication, from its draft to wherever it comes. */
    private final class Deposit {

        private final String sourceId;
        private final boolean patient;
        private final Map<String, String> files = new TreeMap<>();
        private String title;
        private String path = "";
        private String version = "";
        private int steps;

        Deposit(String sourceId, boolean patient) {
            this.sourceId = sourceId;
            this.patient = patient;
            this.title = "Informe " + sourceId;
        }

        void run() {
            create();
            for (int i = random.nextInt(3); i > 0; i--) {
                put("file-" + i + ".pdf", random.nextInt(1_000, LARGEST));
            }
            if (random.nextInt(6) == 0) {
                draftOnly();
                return;
            }
            step("publish", "");
            note("published");
            assertListed();
            switch (random.nextInt(6)) {
                case 0 -> save();
                case 1 -> put("file-1.pdf", random.nextInt(1_000, LARGEST));
                case 2 -> removeFile();
                case 3 -> {
                    step("withdraw", "{\"reason\": \"Era una prueba\"}");
                    note("withdrawn");
                }
                default -> {}
            }
        }

        private void draftOnly() {
            if (random.nextBoolean()) {
                note("draft");
                return;
            }
            took(client.json("DELETE", path, changing(), "", patient));
            note(Ledger.DELETED);
        }

        private void create() {
            Map<String, String> headers = random.nextBoolean() ? Map.of("Idempotency-Key", sourceId) : Map.of();
            HttpResponse<byte[]> made =
                    client.json("POST", "/api/v1/publications", headers, document(sourceId, title), patient);
            took(made);
            path = "/api/v1/publications/" + PatientClient.object(made).getString("id");
        }

        private void save() {
            title = "Segundo informe " + sourceId;
            took(client.json("PUT", path, changing(), document(sourceId, title), patient));
            note("published");
        }

        private void step(String step, String body) {
            took(client.json("POST", path + "/" + step, changing(), body, patient));
        }

        /** The headers of a change that is not to be done twice. */
        private Map<String, String> changing() {
            return Map.of("If-Match", version, "Idempotency-Key", sourceId + "/" + ++steps);
        }

        private void put(String file, int size) {
            byte[] bytes = pdf(sourceId + file + size, size);
            if (random.nextInt(3) == 0) {
                resume(file, bytes);
            } else {
                HttpResponse<byte[]> put = client.send(
                        "PUT",
                        path + "/files/" + file,
                        Map.of("Content-Digest", "sha-256=:" + base64(bytes) + ":"),
                        bytes,
                        patient);
                assertThat(PatientClient.object(PatientClient.succeeded(put)).getString("sha256"))
                        .isEqualTo(sha256(bytes));
            }
            ledger.acknowledged();
            files.put(file, sha256(bytes));
            if (ledger.entries().containsKey(sourceId)) {
                note("published");
            }
        }

        private void removeFile() {
            for (String file : Map.copyOf(files).keySet()) {
                HttpResponse<byte[]> gone = client.send("DELETE", path + "/files/" + file, Map.of(), NOTHING, patient);
                // without a key, the second of two finds nothing: that is the same end
                assertThat(gone.statusCode()).isIn(204, 404);
                ledger.acknowledged();
                files.remove(file);
            }
            note("published");
        }

        /** In parts, each asked for again from where the server says that it is. */
        private void resume(String file, byte[] bytes) {
            String metadata =
                    "publication " + encoded(path.substring(path.lastIndexOf('/') + 1)) + ",filename " + encoded(file);
            HttpResponse<byte[]> made = PatientClient.succeeded(client.send(
                    "POST",
                    "/api/v1/uploads",
                    tus("Upload-Metadata", metadata, "Upload-Length", Integer.toString(bytes.length)),
                    NOTHING,
                    patient));
            String upload = made.headers().firstValue("Location").orElseThrow();
            int offset = 0;
            while (offset < bytes.length) {
                int end = Math.min(bytes.length, offset + 400_000);
                byte[] part = java.util.Arrays.copyOfRange(bytes, offset, end);
                HttpResponse<byte[]> sent = client.send(
                        "PATCH",
                        upload,
                        tus(
                                "Upload-Offset",
                                Integer.toString(offset),
                                "Content-Type",
                                "application/offset+octet-stream"),
                        part,
                        patient);
                // a part that came although its answer did not is in conflict (409) when it comes again
                assertThat(sent.statusCode()).as(PatientClient.text(sent)).isIn(204, 409, 423);
                HttpResponse<byte[]> asked =
                        PatientClient.succeeded(client.send("HEAD", upload, tus(), NOTHING, patient));
                offset = Integer.parseInt(
                        asked.headers().firstValue("Upload-Offset").orElseThrow());
            }
        }

        private Map<String, String> tus(String... pairs) {
            Map<String, String> headers = new HashMap<>(Map.of("Tus-Resumable", "1.0.0"));
            for (int i = 0; i < pairs.length; i += 2) {
                headers.put(pairs[i], pairs[i + 1]);
            }
            return headers;
        }

        /** What was published is told to harvesters by the time that it is acknowledged. */
        private void assertListed() {
            if (random.nextInt(4) == 0) {
                String id = "oai:acervo.localhost:" + path.substring(path.lastIndexOf('/') + 1);
                String answer =
                        PatientClient.text(client.get("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + id));
                assertThat(answer).contains(title);
            }
        }

        private void took(HttpResponse<byte[]> answer) {
            ledger.acknowledged();
            version = answer.headers().firstValue("ETag").orElse("");
        }

        private void note(String state) {
            ledger.note(sourceId, new Ledger.Entry(state, title, files));
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(bytes)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
