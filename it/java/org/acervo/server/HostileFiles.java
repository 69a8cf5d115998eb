package org.acervo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Requests about files and archives that no honest client makes. */
final class HostileFiles {

    private static final byte[] PDF = BusyDepositor.pdf("hostile", 2_000);
    private static final byte[] NOTHING = {};
    private static final String SHEET = "title;sourceId\nT;k";

    private static final List<String> NAMES = List.of(
            "..%2Fx.pdf",
            "%2e%2e%2f%2e%2e%2fx.pdf",
            "..%5Cx.pdf",
            "%2Fetc%2Fpasswd",
            "C:%5Cx.pdf",
            "%2e%2e",
            "..",
            "a%00.pdf",
            "a%0A.pdf",
            "a%0D%0AX-Header:%201.pdf",
            "a%7F.pdf",
            "a%1B%5B31m.pdf",
            "%E2%80%AEfdp.exe",
            "a%E2%80%A8b.pdf",
            ".htaccess",
            "con.pdf",
            "LPT1",
            "%20a.pdf",
            "a.pdf%20",
            "a.",
            "a%3Fb.pdf",
            "%ff.pdf",
            "a%C0%AFb.pdf",
            "%EF%BF%BF.pdf",
            "x".repeat(300) + ".pdf",
            "%F0%9F%98%80".repeat(70) + ".pdf");

    private HostileFiles() {}

    /** @param draft the address of a draft */
    static List<Hostile> files(String draft) {
        String folder = draft + "/files/";
        List<Hostile> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(new Hostile(
                    "a name like " + name.substring(0, Math.min(name.length(), 40)),
                    Set.of(400, 404, 405, 414, 422),
                    "PUT",
                    folder + name,
                    Map.of(),
                    PDF));
        }
        all.addAll(List.of(
                put("nothing", 422, folder, NOTHING),
                put("another checksum", 400, folder, PDF)
                        .with("Content-Digest", "sha-256=:" + base64(new byte[32]) + ":"),
                put("another checksum (Repr)", 400, folder, PDF)
                        .with("Repr-Digest", "sha-512=:" + base64(new byte[64]) + ":"),
                put("another checksum (old)", 400, folder, PDF).with("Digest", "SHA-256=" + base64(new byte[32])),
                put("half a checksum", 400, folder, PDF).with("Content-Digest", "sha-256=:AAAA:"),
                put("no checksum", 400, folder, PDF).with("Content-Digest", "sha-256"),
                put("a part", 400, folder, PDF).with("Content-Range", "bytes 0-99/1000000000000"),
                put("compressed", 415, folder, PDF).with("Content-Encoding", "gzip"),
                put("a page", 415, folder, "<html><script>alert(1)</script></html>".getBytes(UTF_8)),
                put("a drawing", 415, folder, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8)),
                put("a program", 415, folder, new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0}),
                put("a parameter that there is not", 400, folder, PDF).at("?lang=es"),
                put("an embargo in words", 422, folder, PDF).at("?embargo=tomorrow"),
                put("a position in words", 422, folder, PDF).at("?position=first"),
                put("a language that there is not", 422, folder, PDF).at("?language=%3F%3F"),
                put("a giant description", 422, folder, PDF).at("?description=" + "x".repeat(3_000)),
                put("a condition", 400, folder, PDF).with("If-None-Match", "\"x\""),
                Hostile.of("a file that there is not", 404, "DELETE", folder + "none.pdf", NOTHING),
                Hostile.of(
                                "what is said of none",
                                404,
                                "PATCH",
                                folder + "none.pdf",
                                "{\"language\": \"es\"}".getBytes(UTF_8))
                        .with("Content-Type", "application/json")));
        return all;
    }

    private static Hostile put(String what, int status, String folder, byte[] body) {
        return Hostile.of(what, status, "PUT", folder + "hostile.pdf", body);
    }

    /** @param draft the address of a draft */
    static List<Hostile> uploads(String draft) {
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        String good = "publication " + base64(id.getBytes(UTF_8)) + ",filename " + base64("a.pdf".getBytes(UTF_8));
        String elsewhere =
                "publication " + base64(id.getBytes(UTF_8)) + ",filename " + base64("../a.pdf".getBytes(UTF_8));
        String nowhere =
                "publication " + base64("999999".getBytes(UTF_8)) + ",filename " + base64("a.pdf".getBytes(UTF_8));
        return List.of(
                create("no length", 400, good),
                create("a negative length", 400, good).with("Upload-Length", "-1"),
                create("no number", 400, good).with("Upload-Length", "many"),
                create("a giant length", 413, good).with("Upload-Length", "99999999999999"),
                create("no file", 422, good).with("Upload-Length", "0"),
                create("a file elsewhere", 422, elsewhere).with("Upload-Length", "10"),
                create("a publication that there is not", 404, nowhere).with("Upload-Length", "10"),
                create("nothing said", 400, "").with("Upload-Length", "10"),
                create("no base64", 400, "publication ???").with("Upload-Length", "10"),
                create("another version", 412, good).with("Upload-Length", "10").with("Tus-Resumable", "0.2.2"),
                upload("a path", "..%2F..%2Fx"),
                upload("no id", "x"),
                upload("another's id", "00000000-0000-0000-0000-000000000000"));
    }

    private static Hostile create(String what, int status, String metadata) {
        return Hostile.of(what, status, "POST", "/api/v1/uploads", NOTHING)
                .with("Tus-Resumable", "1.0.0")
                .with("Upload-Metadata", metadata);
    }

    private static Hostile upload(String what, String id) {
        return new Hostile(what, Set.of(400, 404), "PATCH", "/api/v1/uploads/" + id, Map.of(), PDF)
                .with("Tus-Resumable", "1.0.0")
                .with("Upload-Offset", "0")
                .with("Content-Type", "application/offset+octet-stream");
    }

    static List<Hostile> archives() {
        byte[] zeros = new byte[60 << 20];
        List<Hostile> all = new ArrayList<>();
        for (String name :
                List.of("../sheet.csv", "/etc/sheet.csv", "a/../../sheet.csv", "C:\\sheet.csv", "..\\sheet.csv")) {
            all.add(bulk("a path like " + name, 422, zip(name, SHEET.getBytes(UTF_8))));
        }
        all.addAll(List.of(
                bulk("nothing", 422, NOTHING),
                bulk("no sheet", 422, PDF),
                bulk("half an archive", 422, Arrays.copyOf(zip("s.csv", new byte[5_000]), 90)),
                bulk("an archive without a sheet", 422, zip("a.pdf", PDF)),
                bulk("a bomb", 422, zip("s.csv", SHEET.getBytes(UTF_8), "b.bin", zeros)),
                bulk("a bomb in a workbook", 422, zip("s.xlsx", zip("xl/workbook.xml", zeros))),
                bulk("an archive in an archive", 422, zip("a.zip", zip("s.csv", SHEET.getBytes(UTF_8)))),
                bulk("a sheet without titles", 422, "a;b\n1;2".getBytes(UTF_8)),
                bulk("a parameter in words", 400, SHEET.getBytes(UTF_8)).at("?dryRun=perhaps"),
                bulk("a step that there is not", 400, SHEET.getBytes(UTF_8)).at("?then=erase"),
                bulk("a giant key", 400, SHEET.getBytes(UTF_8)).with("Idempotency-Key", "k".repeat(300))));
        return all;
    }

    private static Hostile bulk(String what, int status, byte[] body) {
        return Hostile.of(what, status, "POST", "/api/v1/bulk", body).with("Content-Type", "application/octet-stream");
    }

    private static byte[] zip(String name, byte[] content) {
        return zip(name, content, "", NOTHING);
    }

    private static byte[] zip(String first, byte[] content, String second, byte[] more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(first));
            zip.write(content);
            if (!second.isEmpty()) {
                zip.putNextEntry(new ZipEntry(second));
                zip.write(more);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
