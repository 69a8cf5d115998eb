package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A colleague who sends one archive with a sheet and files after the other; answers how many. */
final class SheetDepositor implements Callable<Integer> {

    private static final int ROWS = 40;
    private static final int FILE_EACH = 4;
    private static final int FILE_SIZE = 60_000;
    private static final long LOOK_AGAIN = 300_000_000;
    private static final String HEADER = "title [es];description [es];type;theme;date;language;sourceId;file";

    private final PatientClient client;
    private final Ledger ledger;
    private final AtomicBoolean stop;

    SheetDepositor(PatientClient client, Ledger ledger, AtomicBoolean stop) {
        this.client = client;
        this.ledger = ledger;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException {
        int jobs = 0;
        for (; !stop.get(); jobs++) {
            deposit("bulk-" + jobs);
        }
        return jobs;
    }

    private void deposit(String job) throws IOException {
        Map<String, Ledger.Entry> wanted = new HashMap<>();
        byte[] archive = archive(job, wanted);
        HttpResponse<byte[]> taken = PatientClient.succeeded(client.send(
                "POST",
                "/api/v1/bulk?then=publish",
                Map.of("Idempotency-Key", job, "Content-Type", "application/zip"),
                archive,
                true));
        ledger.acknowledged();
        String address = taken.headers().firstValue("Location").orElseThrow();
        JsonObject state = PatientClient.object(taken);
        while (state.getString("state").matches("waiting|running")) {
            LockSupport.parkNanos(LOOK_AGAIN);
            state = PatientClient.object(client.get(address));
        }
        assertThat(state.getString("state")).as(state.toString()).isEqualTo("done");
        assertThat(state.getJsonObject("rows").getInt("done"))
                .as(state.toString())
                .isEqualTo(ROWS);
        assertThat(state.getJsonObject("rows").getInt("created"))
                .as(state.toString())
                .isEqualTo(ROWS);
        wanted.forEach(ledger::note);
    }

    private static byte[] archive(String job, Map<String, Ledger.Entry> wanted) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder sheet = new StringBuilder(HEADER);
            for (int i = 0; i < ROWS; i++) {
                String sourceId = job + "-" + i;
                String title = "Fila " + sourceId;
                String file = i % FILE_EACH == 0 ? sourceId + ".pdf" : "";
                Map<String, String> files = new HashMap<>();
                if (!file.isEmpty()) {
                    byte[] content = BusyDepositor.pdf(sourceId, FILE_SIZE);
                    files.put(file, BusyDepositor.sha256(content));
                    add(zip, file, content);
                }
                sheet.append('\n')
                        .append(String.join(
                                ";", title, "Resumen", "report", "migration-data", "2021", "es", sourceId, file));
                wanted.put(sourceId, new Ledger.Entry("published", title, files));
            }
            add(zip, "sheet.csv", sheet.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
