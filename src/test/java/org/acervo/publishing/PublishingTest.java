package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.OFFICER;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.UnknownPublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {

    private static final DublinCore TEXT = report("mx-1", "First");
    private static final DublinCore OTHER = report("mx-1", "Second");

    private final InMemoryServer server = new InMemoryServer();
    private final Publishing publishing = server.publishing();

    @ParameterizedTest
    @CsvSource(textBlock = """
        # situation,        save,                submit,              return,             publish,   withdraw,  reinstate
        draft,              draft,               submitted,           -,                  published, -,         -
        submitted,          submitted,           -,                   returned,           published, -,         -
        returned,           returned,            submitted,           -,                  published, -,         -
        published,          published,           -,                   -,                  -,         withdrawn, -
        published+draft,    published+draft,     published+submitted, -,                  published, withdrawn, -
        published+submitted,published+submitted, -,                   published+returned, published, withdrawn, -
        published+returned, published+returned,  published+submitted, -,                  published, withdrawn, -
        withdrawn,          -,                   -,                   -,                  -,         -,         published
        """)
    void eachStepIsAllowedWhereItBelongs(
            String situation,
            String save,
            String submit,
            String giveBack,
            String publish,
            String withdraw,
            String reinstate) {
        assertThat(after(situation, "save", CURATOR)).isEqualTo(save);
        assertThat(after(situation, "submit", CURATOR)).isEqualTo(submit);
        assertThat(after(situation, "return", CURATOR)).isEqualTo(giveBack);
        assertThat(after(situation, "publish", CURATOR)).isEqualTo(publish);
        assertThat(after(situation, "withdraw", CURATOR)).isEqualTo(withdraw);
        assertThat(after(situation, "reinstate", CURATOR)).isEqualTo(reinstate);
    }

    @ParameterizedTest
    @CsvSource({
        "draft, save, draft",
        "draft, submit, submitted",
        "draft, publish, !",
        "submitted, save, submitted",
        "submitted, return, !",
        "submitted, publish, !",
        "published, save, published+draft",
        "published, withdraw, withdrawn",
        "published+returned, submit, published+submitted",
        "published+submitted, publish, !",
        "withdrawn, reinstate, !"
    })
    void whoMayNotPublishMakesNothingPublic(String situation, String step, String outcome) {
        assertThat(after(situation, step, OFFICER)).isEqualTo(outcome);
    }

    /** The situation after a step, - where the state forbids it, ! where the right is missing. */
    private String after(String situation, String step, Actor actor) {
        PublicationId id = in(situation);
        Publication before = server.current(id);
        try {
            step(step, actor, id);
        } catch (Refused refused) {
            assertThat(server.current(id)).isEqualTo(before);
            Finding finding = refused.findings().get(0);
            return finding.rule() == Rule.RIGHT_REQUIRED ? "!" : refusedBy(finding);
        }
        assertThat(server.version(id)).isEqualTo(before.version() + 1);
        return situation(server.current(id));
    }

    private static String refusedBy(Finding finding) {
        assertThat(finding.rule()).isEqualTo(Rule.STATE_FORBIDS);
        assertThat(finding.expected()).isNotEmpty().doesNotContain(finding.given());
        assertThat(finding.expected()).isSubsetOf("draft", "submitted", "returned", "published", "withdrawn");
        return "-";
    }

    private PublicationId in(String situation) {
        DublinCore first = report("x-" + server.publications().counts(), "First");
        PublicationId id = server.draft(first);
        if (situation.startsWith("published") || situation.equals("withdrawn")) {
            step("publish", CURATOR, id);
        }
        if (situation.equals("withdrawn")) {
            step("withdraw", CURATOR, id);
        }
        if (situation.contains("+")) {
            step("save", OFFICER, id);
        }
        if (situation.endsWith("submitted") || situation.endsWith("returned")) {
            step("submit", OFFICER, id);
        }
        if (situation.endsWith("returned")) {
            step("return", CURATOR, id);
        }
        assertThat(situation(server.current(id))).isEqualTo(situation);
        return id;
    }

    private static String situation(Publication publication) {
        String state = publication.state().code();
        Publication.Revision revision = publication.revision();
        return revision == null ? state : state + "+" + revision.state().code();
    }

    private void step(String step, Actor actor, PublicationId id) {
        int version = server.version(id);
        switch (step) {
            case "save" -> {
                String sourceId = server.current(id).metadata().value(Element.SOURCE_ID);
                publishing.save(actor, id, version, report(sourceId, "Saved as version " + version));
            }
            case "submit" -> publishing.submit(actor, id, version);
            case "return" -> publishing.giveBack(actor, id, version, "no", Map.of());
            case "publish" -> publishing.publish(actor, id, version);
            case "withdraw" -> publishing.withdraw(actor, id, version, "wrong", null);
            default -> publishing.reinstate(actor, id, version, "right");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        mx-2,                         false
        https://example.org/better,   false
        mx-3,                         true
        999,                          true
        the second edition,           true
        """)
    void aSuccessorThatIsNotHereIsKeptWithAWarning(String successor, boolean warned) {
        PublicationId id = server.published(TEXT);
        server.published(report("mx-2", "Better"));
        Publishing.Saved saved = publishing.withdraw(CURATOR, id, 2, "outdated", successor);
        assertThat(saved.publication().withdrawal())
                .extracting(Publication.Withdrawal::replacedBy)
                .isEqualTo(successor);
        assertThat(saved.findings().stream()
                        .filter(each -> each.rule() == Rule.UNKNOWN_SUCCESSOR)
                        .map(Finding::given)
                        .toList())
                .isEqualTo(warned ? List.of(successor) : List.of());
    }

    @Test
    void nothingTakesItsOwnPlaceAndAWithdrawnSuccessorIsWarnedOf() {
        PublicationId id = server.published(TEXT);
        PublicationId gone = server.published(report("mx-2", "Better"));
        publishing.withdraw(CURATOR, gone, 2, "wrong", null);
        for (String itself : List.of("mx-1", id.toString())) {
            assertThatThrownBy(() -> publishing.withdraw(CURATOR, id, 2, "outdated", itself))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                            .containsExactly(Finding.of(Rule.RELATION_TO_ITSELF, "/replacedBy", itself)));
        }
        assertThat(server.current(id).state()).isEqualTo(State.PUBLISHED);
        assertThat(publishing.withdraw(CURATOR, id, 2, "outdated", "mx-2").findings())
                .contains(Finding.of(Rule.WITHDRAWN_SUCCESSOR, "/replacedBy", "mx-2"));
    }

    @Test
    void theWorldSeesTheOldTextUntilTheRevisionIsPublished() {
        PublicationId id = server.published(TEXT);
        publishing.save(OFFICER, id, 2, OTHER);
        assertThat(server.told(id)).contains("First").doesNotContain("Second");
        assertThat(server.current(id).metadata()).isEqualTo(TEXT);
        assertThat(server.current(id).working()).isEqualTo(OTHER);

        publishing.submit(OFFICER, id, 3);
        publishing.giveBack(CURATOR, id, 4, "almost", Map.of("/title/0", "shorter"));
        publishing.save(OFFICER, id, 5, report("mx-1", "Third"));
        publishing.submit(OFFICER, id, 6);
        assertThat(server.told(id)).contains("First");

        publishing.publish(CURATOR, id, 7);
        assertThat(server.told(id)).contains("Third").doesNotContain("First");
        assertThat(server.current(id).revision()).isNull();
    }

    @Test
    void whoMayPublishMakesPublicInOneStep() {
        Publication made = publishing.createPublic(CURATOR, TEXT).publication();
        assertThat(made.version()).isEqualTo(1);
        assertThat(server.current(made.id()).state()).isEqualTo(State.PUBLISHED);
        assertThat(server.current(made.id()).published()).isNotNull();
        assertThat(server.told(made.id())).contains("First");
        assertThat(server.publications().history(made.id()))
                .extracting(Event::action)
                .containsExactly(Event.Action.PUBLISHED);
        assertThatThrownBy(() -> publishing.createPublic(OFFICER, OTHER)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> publishing.createPublic(CURATOR, OTHER.with(Element.TYPE, List.of())))
                .isInstanceOf(Refused.class);
        assertThat(server.publications().counts()).containsOnlyKeys(State.PUBLISHED);
    }

    @Test
    void whoMayPublishWorksOnARevisionThatIsThereToo() {
        PublicationId id = server.published(TEXT);
        publishing.save(OFFICER, id, 2, OTHER);
        publishing.save(CURATOR, id, 3, report("mx-1", "Third"));
        assertThat(server.told(id)).contains("First");
        assertThat(server.current(id).working()).isEqualTo(report("mx-1", "Third"));
    }

    @Test
    void theSameTextAgainChangesNothing() {
        PublicationId id = server.published(TEXT);
        assertThat(server.movedBy(() -> {
                    Publishing.Saved same = publishing.save(CURATOR, id, 2, TEXT);
                    assertThat(same.publication().version()).isEqualTo(2);
                    publishing.save(OFFICER, id, 2, untidy(TEXT));
                }))
                .isEmpty();
        assertThat(server.current(id).revision()).isNull();
        assertThat(server.publications().history(id)).hasSize(2);
    }

    private static DublinCore untidy(DublinCore text) {
        return text.with(Element.TITLE, List.of(Statement.of(Element.TITLE, "  First\n", "EN")));
    }

    @Test
    void aStaleVersionChangesNothing() {
        PublicationId id = server.draft(TEXT);
        server.save(id, OTHER);
        Publication kept = server.current(id);

        List<Runnable> late = List.of(
                () -> publishing.save(CURATOR, id, 1, report("mx-1", "Late")),
                () -> publishing.save(CURATOR, id, 1, OTHER),
                () -> publishing.save(CURATOR, id, 3, report("mx-1", "Early")),
                () -> publishing.submit(CURATOR, id, 1),
                () -> publishing.giveBack(CURATOR, id, 1, "no", Map.of()),
                () -> publishing.publish(CURATOR, id, 1),
                () -> publishing.withdraw(CURATOR, id, 1, "no", null),
                () -> publishing.reinstate(CURATOR, id, 1, "no"));
        late.forEach(step -> assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(2)));
        assertThat(server.current(id)).isEqualTo(kept);
        assertThat(server.publications().history(id)).hasSize(2);
    }

    @Test
    void whatDoesNotExistIsUnknown() {
        assertThatThrownBy(() -> publishing.submit(CURATOR, new PublicationId(77), 1))
                .isInstanceOf(UnknownPublication.class);
    }

    @Test
    void aDraftNeedsNoMoreThanATitle() {
        DublinCore little = new DublinCore(List.of(Statement.of(Element.TITLE, "Something", "es")));
        Publishing.Saved draft = publishing.create(OFFICER, little);
        assertThat(draft.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::pointer)
                .contains("/type", "/language", "/mission");

        assertThatThrownBy(() -> publishing.create(OFFICER, DublinCore.EMPTY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::pointer)
                        .containsExactly("/title"));
        PublicationId id = draft.publication().id();
        for (Runnable step :
                List.<Runnable>of(() -> publishing.submit(OFFICER, id, 1), () -> publishing.publish(CURATOR, id, 1))) {
            assertThatThrownBy(step::run)
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                            .extracting(Finding::pointer)
                            .contains("/type", "/language", "/mission"));
        }
        assertThat(server.version(id)).isEqualTo(1);
    }

    @Test
    void aPublishedTextCannotBecomeUnpublishable() {
        PublicationId id = server.published(TEXT);
        DublinCore without = TEXT.with(Element.THEME, List.of());

        assertThatThrownBy(() -> publishing.save(CURATOR, id, 2, without)).isInstanceOf(Refused.class);
        assertThat(publishing.save(OFFICER, id, 2, without).findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::pointer)
                .containsExactly("/theme");
        assertThatThrownBy(() -> publishing.submit(OFFICER, id, 3)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> publishing.publish(CURATOR, id, 3)).isInstanceOf(Refused.class);
    }

    @Test
    void valuesAreCleanedOnEntryAndItIsSaid() {
        DublinCore dirty = TEXT.with(
                Element.TITLE,
                List.of(
                        Statement.of(Element.TITLE, " Bad\u0003 title ", "en_us"),
                        Statement.of(Element.TITLE, "", "es"),
                        Statement.of(Element.TITLE, "Bad title", "en-US")));
        Publishing.Saved saved = publishing.create(CURATOR, dirty);

        assertThat(saved.publication().metadata().all(Element.TITLE))
                .containsExactly(Statement.of(Element.TITLE, "Bad title", "en-US"));
        assertThat(saved.findings())
                .extracting(Finding::rule, Finding::pointer)
                .contains(tuple(Rule.REMOVED_CHARACTERS, "/title/0"), tuple(Rule.REPEATED_VALUE, "/title/2"));
    }

    @Test
    void aTakenSourceIdIsRefusedWithWhoHasIt() {
        PublicationId owner = server.draft(TEXT);
        PublicationId other = server.draft(report("mx-2", "Other"));
        assertThatThrownBy(() -> server.draft(TEXT)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> server.save(other, TEXT))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .containsExactly(Finding.of(Rule.SOURCE_ID_TAKEN, "/sourceId", "mx-1", owner.toString())));
        assertThat(server.version(other)).isEqualTo(1);
        server.draft(report("mx-1", "Elsewhere", "haiti", "migration-data"));
    }

    @Test
    void aPublicationIsNotRelatedToItself() {
        PublicationId id = server.draft(TEXT);
        for (String itself : List.of("mx-1", id.toString())) {
            assertThatThrownBy(() -> server.save(id, TestLibrary.relating(TEXT, "references", itself)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                            .extracting(Finding::rule)
                            .containsExactly(Rule.RELATION_TO_ITSELF));
        }
    }

    @Test
    void whatWasSubmittedIsTakenBackWithoutTheRightToPublish() {
        PublicationId id = server.draft(TestLibrary.report("taken", "Taken"));
        Publishing publishing = server.publishing();
        publishing.submit(TestLibrary.OFFICER, id, 1);
        publishing.takeBack(TestLibrary.OFFICER, id, 2);
        assertThat(server.current(id).state()).isEqualTo(State.DRAFT);
        assertThatThrownBy(() -> publishing.takeBack(TestLibrary.OFFICER, id, 3))
                .isInstanceOf(Refused.class);
        publishing.submit(TestLibrary.OFFICER, id, 3);
        publishing.publish(TestLibrary.CURATOR, id, 4);
        publishing.save(TestLibrary.OFFICER, id, 5, TestLibrary.report("taken", "Taken again"));
        publishing.submit(TestLibrary.OFFICER, id, 6);
        publishing.takeBack(TestLibrary.OFFICER, id, 7);
        assertThat(server.current(id).state()).isEqualTo(State.PUBLISHED);
        assertThat(server.current(id).workingState()).isEqualTo(State.DRAFT);
        assertThat(server.publications().history(id))
                .extracting(Event::action)
                .filteredOn(each -> each == Event.Action.TAKEN_BACK)
                .hasSize(2);
    }
}
