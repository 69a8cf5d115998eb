package org.acervo.authority;

import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.InMemoryPublications;

/** Edits of terms in memory, beside publications in memory. */
final class InMemoryTermEdits implements TermEdits {

    private List<TermEdit> all = new ArrayList<>();
    private long number;

    InMemoryTermEdits(InMemoryPublications publications) {
        publications.keepWith(() -> {
            List<TermEdit> old = new ArrayList<>(all);
            long before = number;
            return () -> {
                all = old;
                number = before;
            };
        });
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<TermEdit> all() {
        return List.copyOf(all);
    }

    @Override
    public long put(TermEdit edit) {
        TermEdit kept = edit.numbered(++number);
        for (int i = 0; i < all.size(); i++) {
            if (isOf(all.get(i), edit.authority(), edit.term().code())) {
                all.set(i, kept);
                return number;
            }
        }
        all.add(kept);
        return number;
    }

    @Override
    public long remove(Authority authority, String code) {
        all.removeIf(each -> isOf(each, authority, code));
        return ++number;
    }

    private static boolean isOf(TermEdit edit, Authority authority, String code) {
        return edit.authority() == authority && edit.term().code().equals(code);
    }
}
