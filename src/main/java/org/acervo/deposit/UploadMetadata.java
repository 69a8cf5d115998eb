package org.acervo.deposit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** Reads what is said of an upload when it begins: pairs of a name and a text in base64 (tus 1.0.0, Upload-Metadata). */
final class UploadMetadata {

    private static final String HEADER = "Upload-Metadata";
    /** What it calls the id of its publication. */
    static final String PUBLICATION = "publication";
    /** What it calls the name of the file. */
    static final String NAME = "filename";

    /** What clients such as tus-js-client and Uppy say without being told to; nobody here reads it. */
    private static final Set<String> UNREAD = Set.of("filetype", "name", "type", "relativePath");

    private UploadMetadata() {}

    /**
     * What is said, by name.
     *
     * @throws Refused where it cannot be read, does not say what it must, or says something that nobody reads
     */
    static Map<String, String> parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw refused(Rule.MISSING_HEADER, null);
        }
        Map<String, String> said = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split("\\s+", -1);
            if (parts.length > 2 || parts[0].isEmpty() || said.put(parts[0], text(parts, header)) != null) {
                throw refused(Rule.MALFORMED_HEADER, header);
            }
        }
        List<Finding> findings = unknown(said.keySet());
        if (!said.keySet().containsAll(Set.of(PUBLICATION, NAME))) {
            findings.add(finding(Rule.MALFORMED_HEADER, header));
        }
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
        return said;
    }

    private static String text(String[] parts, String header) {
        try {
            return parts.length < 2 ? "" : new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw refused(Rule.MALFORMED_HEADER, header);
        }
    }

    private static List<Finding> unknown(Set<String> names) {
        Set<String> read = new TreeSet<>(FileParameters.NAMES);
        read.addAll(Set.of(PUBLICATION, NAME));
        List<Finding> findings = new ArrayList<>();
        for (String each : new TreeSet<>(names)) {
            if (!read.contains(each) && !UNREAD.contains(each)) {
                findings.add(Finding.of(Rule.UNKNOWN_PARAMETER, HEADER, each, List.copyOf(read)));
            }
        }
        return findings;
    }

    private static Refused refused(Rule rule, @Nullable String header) {
        return new Refused(finding(rule, header));
    }

    private static Finding finding(Rule rule, @Nullable String header) {
        return Finding.of(rule, HEADER, header, PUBLICATION + " NDI=,filename cmVwb3J0LnBkZg==");
    }
}
