package org.acervo.format;

import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** Gathers the first findings of a document, as many as somebody may read. */
final class JsonFindings {

    private static final int MOST = 200;

    private final List<Finding> findings = new ArrayList<>();

    void add(Rule rule, String pointer, @Nullable String given, List<String> expected) {
        if (findings.size() < MOST) {
            findings.add(Finding.of(rule, pointer, given, expected));
        }
    }

    void add(Rule rule, String pointer, @Nullable String given, String... expected) {
        add(rule, pointer, given, List.of(expected));
    }

    boolean has(String pointer) {
        return findings.stream().anyMatch(each -> each.pointer().equals(pointer));
    }

    List<Finding> all() {
        return findings;
    }

    /** The JSON Pointer of a member, with its name escaped (RFC 6901 section 3). */
    static String pointer(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
