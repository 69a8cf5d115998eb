package org.acervo.deposit.bulk;

import java.util.Arrays;
import java.util.Locale;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** Parameters of requests; a wrong one is refused with what is allowed. */
final class BulkParameters {

    private static final int LONGEST_KEY = 255;

    private BulkParameters() {}

    static InterfaceLanguage language(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang == null) {
            return InterfaceLanguage.negotiate(acceptLanguage == null ? "" : acceptLanguage);
        }
        InterfaceLanguage chosen = InterfaceLanguage.find(lang);
        if (chosen == null) {
            throw malformed(
                    "lang",
                    lang,
                    Arrays.stream(InterfaceLanguage.values())
                            .map(InterfaceLanguage::tag)
                            .toArray(String[]::new));
        }
        return chosen;
    }

    static SheetFormat format(String format) {
        for (SheetFormat each : SheetFormat.values()) {
            if (each.extension().equals(format.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw malformed("format", format, "xlsx", "csv");
    }

    static boolean isTrue(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.isEmpty() || value.equals("true")) {
            return true;
        }
        throw malformed(name, value, "true", "false");
    }

    static BulkJob.Then then(@Nullable String then, @Nullable String publish) {
        if (then == null) {
            return isTrue("publish", publish) ? BulkJob.Then.PUBLISH : BulkJob.Then.DRAFT;
        }
        return BulkJob.Then.of(then)
                .orElseThrow(() -> malformed(
                        "then",
                        then,
                        Arrays.stream(BulkJob.Then.values())
                                .map(BulkJob.Then::code)
                                .toArray(String[]::new)));
    }

    static @Nullable String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, "", key, "Idempotency-Key"));
        }
        return key;
    }

    private static Refused malformed(String name, String value, String... allowed) {
        return new Refused(Finding.of(Rule.MALFORMED_PARAMETER, "?" + name, value, allowed));
    }
}
