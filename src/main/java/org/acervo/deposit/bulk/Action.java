package org.acervo.deposit.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** What a row asks for. */
enum Action {
    /** A new publication, unless the row means one that is there and says the same. */
    CREATE,
    /** Another text for one that is there. */
    UPDATE,
    WITHDRAW;

    static final List<String> CODES = List.of("create", "update", "withdraw");

    /** What lists offer for the codes. */
    static final Map<String, Labels> LABELS = CODES.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> Words.labels("action." + code)));

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a cell says in any of the four languages; a blank one asks to create. */
    static Optional<Action> of(String text) {
        if (text.isBlank()) {
            return Optional.of(CREATE);
        }
        String wanted = Folded.of(text);
        for (Action action : values()) {
            if (Folded.of(action.code()).equals(wanted)) {
                return Optional.of(action);
            }
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                for (String word :
                        Words.in(language).text("action." + action.code()).split("\\|", -1)) {
                    if (Folded.of(word).equals(wanted)) {
                        return Optional.of(action);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
