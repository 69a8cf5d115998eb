package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request. A wrong one stands for its default until {@link #check} refuses all of them together,
 * each with what is allowed.
 */
final class BulkParameters {

    private static final int LONGEST_KEY = 255;

    private final List<Finding> findings = new ArrayList<>();

    /** @throws Refused where any parameter that was asked for was wrong */
    void check() {
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    InterfaceLanguage language(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang == null) {
            return InterfaceLanguage.negotiate(acceptLanguage == null ? "" : acceptLanguage);
        }
        InterfaceLanguage chosen = InterfaceLanguage.find(lang);
        if (chosen == null) {
            malformed(
                    "lang",
                    lang,
                    Arrays.stream(InterfaceLanguage.values())
                            .map(InterfaceLanguage::tag)
                            .toList());
        }
        return chosen == null ? InterfaceLanguage.EN : chosen;
    }

    SheetFormat format(String format) {
        for (SheetFormat each : SheetFormat.values()) {
            if (each.extension().equals(format.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        malformed("format", format, List.of("xlsx", "csv"));
        return SheetFormat.XLSX;
    }

    boolean isTrue(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.isEmpty() || value.equals("true")) {
            return true;
        }
        malformed(name, value, List.of("true", "false"));
        return false;
    }

    BulkJob.Then then(@Nullable String then, @Nullable String publish) {
        if (then == null) {
            return isTrue("publish", publish) ? BulkJob.Then.PUBLISH : BulkJob.Then.DRAFT;
        }
        return BulkJob.Then.of(then).orElseGet(() -> {
            List<String> codes =
                    Arrays.stream(BulkJob.Then.values()).map(BulkJob.Then::code).toList();
            malformed("then", then, codes);
            return BulkJob.Then.DRAFT;
        });
    }

    @Nullable
    String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            findings.add(Finding.of(Rule.MALFORMED_HEADER, "", key, "Idempotency-Key"));
        }
        return key;
    }

    private void malformed(String name, String value, List<String> allowed) {
        findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "?" + name, value, allowed));
    }
}
