package org.acervo.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request that no honest client makes.
 *
 * @param status those that it may be refused with
 */
record Hostile(String what, Set<Integer> status, String method, String path, Map<String, String> headers, byte[] body) {

    private static final String PUBLICATIONS = "/api/v1/publications";

    Hostile with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Hostile(what, status, method, path, all, body);
    }

    static Hostile of(String what, int status, String method, String path, byte[] body) {
        return new Hostile(what, Set.of(status), method, path, Map.of(), body);
    }

    /** A document that is to become a publication. */
    private static Hostile json(String what, int status, String document) {
        return json(what, status, document.getBytes(StandardCharsets.UTF_8));
    }

    private static Hostile json(String what, int status, byte[] document) {
        return of(what, status, "POST", PUBLICATIONS, document).with("Content-Type", "application/json");
    }

    private static Hostile xml(String what, int status, String document) {
        return of(what, status, "POST", PUBLICATIONS, document.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/xml");
    }

    /** A good document with more members. */
    private static String document(String members) {
        return "{\"mission\": \"mexico\", \"title\": [{\"value\": \"T\", \"lang\": \"es\"}]" + members + "}";
    }

    static List<Hostile> json() {
        return List.of(
                json("nothing", 400, ""),
                json("half a document", 400, "{\"title\": "),
                json("no object", 400, "[]"),
                json("a text", 400, "\"title\""),
                json("two documents", 400, document("") + document("")),
                json("comments", 400, "{/* */}"),
                json("bytes that are no UTF-8", 400, new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'}),
                json("UTF-16", 400, document("").getBytes(StandardCharsets.UTF_16)),
                json("nothing but zeros", 400, new byte[10_000]),
                json("deep lists", 400, "[".repeat(100_000)),
                json("deep objects", 400, "{\"a\":".repeat(100_000)),
                json("deep and closed", 400, document(", \"body\": " + "[".repeat(5_000) + "]".repeat(5_000))),
                json("a member twice", 422, document(", \"type\": \"report\", \"type\": \"survey\"")),
                json("an unknown member", 422, document(", \"titel\": \"T\"")),
                json("a member of an object", 422, document(", \"__proto__\": {\"admin\": true}")),
                json("many unknown members", 422, document(members(20_000))),
                json("a giant number", 422, document(", \"date\": 1e999999999")),
                json("a long number", 422, document(", \"date\": " + "9".repeat(100_000))),
                json("a giant field", 422, document(", \"description\": \"" + "x".repeat(2_000_000) + "\"")),
                json("many values", 422, document(", \"subject\": [\"s\"" + ", \"s\"".repeat(100_000) + "]")),
                json("a giant document", 413, document(", \"description\": \"" + "x".repeat(5_000_000) + "\"")),
                json("a wrong kind", 422, document(", \"date\": {\"a\": [1]}")),
                json("what is not to be said here", 422, document(", \"withdrawn\": \"no\"")),
                json("an unknown mission", 422, "{\"mission\": \"atlantis\", \"title\": \"T\"}"),
                json("no title", 422, "{\"mission\": \"mexico\"}"),
                json("a key with control characters", 422, document(", \"sourceId\": \"a\\u0000b\"")),
                json("a giant key", 422, document(", \"sourceId\": \"" + "x".repeat(1_000) + "\"")),
                json("a parameter that there is not", 400, document("")).at("?dryrun=true"),
                json("a parameter with another value", 400, document("")).at("?dryRun=perhaps"),
                json("another content type", 415, document("")).with("Content-Type", "text/plain"),
                json("a form", 415, "title=T").with("Content-Type", "application/x-www-form-urlencoded"),
                json("parts", 415, "--x\r\n\r\n--x--").with("Content-Type", "multipart/form-data; boundary=x"),
                json("no content type", 415, document("")).without("Content-Type"),
                json("a broken content type", 415, document("")).with("Content-Type", "json;;=\"application"),
                json("compressed", 415, new byte[1_000]).with("Content-Encoding", "gzip"),
                json("a giant key for retries", 400, document("")).with("Idempotency-Key", "k".repeat(300)),
                json("a strange key for retries", 400, document("")).with("Idempotency-Key", "a b \"c"));
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < count; i++) {
            members.append(", \"m").append(i).append("\": 1");
        }
        return members.toString();
    }

    Hostile at(String query) {
        return new Hostile(what, status, method, path + query, headers, body);
    }

    private Hostile without(String header) {
        Map<String, String> all = new HashMap<>(headers);
        all.remove(header);
        return new Hostile(what, status, method, path, all, body);
    }

    private static String dc(String doctype, String title) {
        return "<?xml version=\"1.0\"?>" + doctype
                + "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + title + "</dc:title></oai_dc:dc>";
    }

    static List<Hostile> xml() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return List.of(
                xml("nothing", 400, ""),
                xml("half a document", 400, dc("", "T").substring(0, 120)),
                xml("JSON", 400, document("")),
                xml("a document type", 400, dc("<!DOCTYPE x>", "T")),
                xml("an entity", 400, dc("<!DOCTYPE x [<!ENTITY e \"E\">]>", "&e;")),
                xml("a file", 400, dc("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;")),
                xml("an address", 400, dc("<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]>", "&e;")),
                xml("a document type elsewhere", 400, dc("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">", "T")),
                xml(
                        "a parameter entity",
                        400,
                        dc("<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>", "T")),
                xml("a bomb", 400, dc(laughs + "]>", "&l11;")),
                xml("an entity without a declaration", 400, dc("", "&e;")),
                xml("a character that XML has not", 400, dc("", "&#0;")),
                xml("deep elements", 400, "<a>".repeat(100_000)),
                xml("many attributes", 400, "<a " + attributes(50_000) + "/>"),
                xml("another vocabulary", 422, "<html xmlns=\"http://www.w3.org/1999/xhtml\"><title>T</title></html>"),
                xml(
                        "an inclusion",
                        422,
                        dc(
                                "",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>")),
                xml("a giant document", 413, dc("", "x".repeat(5_000_000))),
                xml("an encoding that there is not", 415, dc("", "T"))
                        .with("Content-Type", "application/xml; charset=x-no"),
                xml("another content type", 415, dc("", "T")).with("Content-Type", "text/html"));
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        return attributes.toString();
    }

    /** @param draft the address of a draft */
    static List<Hostile> steps(String draft) {
        byte[] nothing = new byte[0];
        List<Hostile> all = new ArrayList<>();
        for (String step : List.of("publish", "submit", "withdraw", "reinstate", "return")) {
            all.add(of(step + " of no version", 428, "POST", draft + "/" + step, nothing));
            all.add(of(step + " of a strange version", 400, "POST", draft + "/" + step, nothing)
                    .with("If-Match", "one"));
            all.add(of(step + " of an old version", 412, "POST", draft + "/" + step, nothing)
                    .with("If-Match", "\"99\""));
            all.add(of(step + " with half a body", 400, "POST", draft + "/" + step, new byte[] {'{'})
                    .with("If-Match", "\"1\"")
                    .with("Content-Type", "application/json"));
        }
        all.add(of("what is incomplete", 422, "POST", draft + "/publish", nothing)
                .with("If-Match", "\"1\""));
        all.add(of("a step that there is not", 404, "POST", draft + "/publicar", nothing)
                .with("If-Match", "\"1\""));
        all.add(of("a method that there is not", 405, "PATCH", draft + "/publish", nothing));
        all.add(of("a save of no version", 428, "PUT", draft, document("").getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json"));
        all.add(of("a save of an old version", 412, "PUT", draft, document("").getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json")
                .with("If-Match", "\"0\""));
        for (String id :
                List.of("0", "-1", "999999999999999999999999", "1e3", "%00", "..%2F..", "a".repeat(3_000), "%ff")) {
            all.add(new Hostile(
                    "an id like " + id.substring(0, Math.min(30, id.length())),
                    Set.of(400, 404, 414),
                    "POST",
                    PUBLICATIONS + "/" + id + "/publish",
                    Map.of("If-Match", "\"1\""),
                    nothing));
        }
        return all;
    }
}
