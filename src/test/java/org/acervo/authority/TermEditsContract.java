package org.acervo.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link TermEdits} keeps to. */
public abstract class TermEditsContract {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09.123456Z");
    private static final Labels LABELS = new Labels("Wea\"lth \\ of data", "Años", "Là-bas", "日本");

    private TermEdits edits;

    protected abstract TermEdits empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        edits = empty();
    }

    private static TermEdit edit(Authority authority, Term term, boolean retired, String successor) {
        return new TermEdit(authority, term, retired, successor, retired ? 7 : 0, "ève", AT, 0);
    }

    private TermEdit put(TermEdit edit) {
        return edit.numbered(transactions().run(() -> edits.put(edit)));
    }

    private static ThematicArea theme(String code) {
        return new ThematicArea(code, LABELS, Labels.same(""));
    }

    @Test
    void every_kind_of_term_comes_back_as_it_was_kept() {
        List<TermEdit> kept = new ArrayList<>();
        kept.add(put(edit(Authority.THEMES, theme("climate"), false, "")));
        kept.add(put(edit(
                Authority.TYPES,
                new PublicationType("flow-report", LABELS, "Text", "http://purl.org/coar/x", "report", "report"),
                true,
                "report")));
        kept.add(put(edit(
                Authority.ORGANIZATIONS,
                new Organization(
                        "unhcr",
                        LABELS,
                        "UNHCR",
                        List.of("ACNUR", "Agence \"HCR\""),
                        Organization.Kind.UN_AGENCY,
                        "CH",
                        "https://ror.org/03t2fnp98"),
                false,
                "")));
        kept.add(put(edit(
                Authority.ORGANIZATIONS,
                new Organization("few", LABELS, null, List.of(), Organization.Kind.ACADEMIA, null, null),
                false,
                "")));
        kept.add(put(edit(Authority.LANGUAGES, new LanguageName("quc", LABELS, "myn"), false, "")));
        kept.add(put(edit(Authority.LANGUAGES, new LanguageName("es-419", LABELS, null), false, "")));
        assertThat(edits.all()).containsExactlyElementsOf(kept);
        assertThat(edits.number()).isEqualTo(6);
    }

    @Test
    void the_last_edit_of_a_term_counts_and_keeps_its_place() {
        assertThat(edits.number()).isZero();
        put(edit(Authority.THEMES, theme("a"), false, ""));
        TermEdit other = put(edit(Authority.TYPES, type("a"), false, ""));
        TermEdit again = put(edit(Authority.THEMES, theme("a"), true, "b"));
        assertThat(edits.all()).containsExactly(again, other);
        assertThat(again.number()).isEqualTo(3).isEqualTo(edits.number());
    }

    private static PublicationType type(String code) {
        return new PublicationType(code, LABELS, "Text", "http://purl.org/coar/x", "report");
    }

    @Test
    void what_is_taken_back_is_gone_and_counts() {
        put(edit(Authority.THEMES, theme("a"), false, ""));
        TermEdit other = put(edit(Authority.TYPES, type("a"), false, ""));
        transactions().run(() -> edits.remove(Authority.THEMES, "a"));
        assertThat(edits.all()).containsExactly(other);
        assertThat(edits.number()).isEqualTo(3);
    }

    @Test
    void what_is_rolled_back_was_never_there() {
        put(edit(Authority.THEMES, theme("a"), false, ""));
        assertThatThrownBy(() -> transactions().run(() -> {
                    edits.put(edit(Authority.THEMES, theme("b"), false, ""));
                    edits.remove(Authority.THEMES, "a");
                    throw new UnsupportedOperationException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(edits.all()).hasSize(1);
        assertThat(edits.number()).isEqualTo(1);
    }
}
