package org.acervo.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Collection;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.SetSpec;
import org.acervo.publishing.ListedTrail;
import org.acervo.vocabulary.Labels;
import org.junit.jupiter.api.Test;

class CollectingTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Caller EVE = new Caller("eve", null, Set.of(Right.READ, Right.CURATE), Set.of());
    private static final Source HERE = new Source("eve", "192.0.2.1");
    private static final Labels NONE = Labels.same("");

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(AT);
    private final ListedTrail trail = new ListedTrail();
    private final Collecting collecting =
            new Collecting(publications, disseminations, publications, trail, Clock.fixed(AT, ZoneOffset.UTC));

    private Collection make(String code) {
        return collecting.make(EVE, HERE, code, new Labels("", " Título " + code, "", ""), NONE);
    }

    private List<String> codes() {
        return collecting.all().stream().map(Collection::code).toList();
    }

    @Test
    void a_new_collection_is_the_last_and_a_set_and_lacks_no_title() {
        make("b");
        Collection made = make("a-2");
        assertThat(codes()).containsExactly("b", "a-2");
        assertThat(made.labels()).isEqualTo(Labels.same("Título a-2"));
        assertThat(disseminations.sets()).contains(SetSpec.Family.COLLECTION.member("a-2"));
        assertThat(collecting.records(made)).isZero();
        assertThat(trail.lines()).contains("collection-made eve collection a-2Título a-2");
    }

    @Test
    void its_words_change_and_its_code_stays() {
        make("a");
        Labels title = new Labels("Title", "Título", "Titre", "Título");
        collecting.describe(EVE, HERE, "a", title, new Labels("What it is", "", "", ""));
        Collection after = collecting.find("a").orElseThrow();
        assertThat(after.labels()).isEqualTo(title);
        assertThat(after.description().pt()).isEqualTo("What it is");
        int noted = trail.lines().size();
        collecting.describe(EVE, HERE, "a", title, after.description());
        assertThat(trail.lines()).as("nothing changed").hasSize(noted);
        assertThatThrownBy(() -> collecting.describe(EVE, HERE, "none", title, NONE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_order_is_what_staff_make_it() {
        make("a");
        make("b");
        make("c");
        collecting.move(EVE, HERE, "c", -1);
        assertThat(codes()).containsExactly("a", "c", "b");
        collecting.move(EVE, HERE, "a", 1);
        assertThat(codes()).containsExactly("c", "a", "b");
        collecting.move(EVE, HERE, "b", 1);
        collecting.move(EVE, HERE, "c", -1);
        assertThat(codes()).containsExactly("c", "a", "b");
        collecting.move(EVE, HERE, "b", -2);
        assertThat(codes()).containsExactly("b", "c", "a");
    }

    @Test
    void what_cannot_be_a_collection_is_refused() {
        make("a");
        for (String code : List.of("", "A", "a b", "-a", "a/b", "x".repeat(61), "a")) {
            assertThatThrownBy(() -> make(code)).as(code).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> collecting.make(EVE, HERE, "b", NONE, NONE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> collecting.make(EVE, HERE, "b", Labels.same("x".repeat(301)), NONE))
                .isInstanceOf(Refused.class);
        Caller officer = new Caller("ana", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of());
        assertThatThrownBy(() -> collecting.make(officer, HERE, "b", Labels.same("B"), NONE))
                .isInstanceOf(Refused.class);
        assertThat(codes()).containsExactly("a");
    }
}
