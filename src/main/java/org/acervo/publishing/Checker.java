package org.acervo.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.acervo.catalog.Cleaned;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Nearest;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.SourceKey;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what is entered and holds it to the rules; one engine for all ways in.
 *
 * @param files whether a publication has a file
 * @param had knows what publications say and have said
 * @param erased whether a publication with a key was erased, so that nobody may deposit it again
 */
record Checker(
        Vocabularies vocabularies,
        Rules rules,
        Predicate<PublicationId> files,
        Sayings had,
        Predicate<SourceKey> erased) {

    private static final int LONGEST_REASON = 5_000;

    /** What a curator may have something to say of, by its JSON Pointer. */
    private static final List<String> MEMBERS = Stream.concat(
                    Element.ALL.stream().map(Element::pointer), Stream.of("/files"))
            .toList();

    /** A text as it is kept, and all that was found in it, with pointers into what was given. */
    record Checked(DublinCore text, List<Finding> findings) {}

    /**
     * Cleans a text and says all there is to say of it.
     *
     * @param id of its publication, or null where that has none yet
     */
    Checked check(DublinCore given, Rules.Purpose purpose, @Nullable PublicationId id) {
        Cleaned cleaned = Cleaning.clean(given, vocabularies);
        List<Finding> found =
                new ArrayList<>(rules.check(cleaned.metadata(), purpose, known(cleaned.metadata(), purpose, id)));
        found.addAll(ofErasedKey(cleaned.metadata()));
        return new Checked(cleaned.metadata(), cleaned.with(found));
    }

    /**
     * A text to be kept as a draft.
     *
     * @return with what still blocks its publication
     * @throws Refused where it cannot even be a draft
     */
    Checked draft(DublinCore given, @Nullable PublicationId id) {
        refuse(check(given, Rules.Purpose.DRAFT, id).findings());
        return check(given, Rules.Purpose.PUBLISH, id);
    }

    /**
     * What is to be said of a kept text that becomes public.
     *
     * @throws Refused with every finding where one of them blocks publishing
     */
    List<Finding> publishable(DublinCore text, PublicationId id) {
        List<Finding> findings =
                new ArrayList<>(rules.check(text, Rules.Purpose.PUBLISH, known(text, Rules.Purpose.PUBLISH, id)));
        findings.addAll(ofErasedKey(text));
        refuse(findings);
        return findings;
    }

    private List<Finding> ofErasedKey(DublinCore text) {
        return text.sourceKey().filter(erased).stream()
                .map(key -> Finding.of(Rule.SOURCE_ID_ERASED, "/sourceId", key.sourceId()))
                .toList();
    }

    /** Of a draft it does not matter whether it has a file. */
    private Rules.Known known(DublinCore text, Rules.Purpose purpose, @Nullable PublicationId id) {
        return new Rules.Known(
                id,
                purpose == Rules.Purpose.PUBLISH && id != null && files.test(id),
                statement -> had.has(id, text, statement));
    }

    private static void refuse(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new Refused(findings);
        }
    }

    /**
     * A reason as it is kept.
     *
     * @throws Refused where it says nothing or too much
     */
    static String reason(String given) {
        String reason = Cleaning.remark(given);
        List<Finding> findings = ofReason("/reason", reason);
        refuse(findings);
        return reason;
    }

    /**
     * Why an erasure is asked for, as it is kept until it is decided.
     *
     * @throws Refused where it says nothing or too much
     */
    static String reasonOfErasure(String given) {
        String reason = Cleaning.remark(given);
        refuse(
                reason.isEmpty()
                        ? List.of(Finding.of(Rule.ERASURE_REASON_REQUIRED, "/reason", null))
                        : tooLong("/reason", reason, LONGEST_REASON));
        return reason;
    }

    /** What is wrong with a reason that has been cleaned. */
    static List<Finding> ofReason(String pointer, String reason) {
        return reason.isEmpty()
                ? List.of(Finding.of(Rule.REASON_REQUIRED, pointer, null))
                : tooLong(pointer, reason, LONGEST_REASON);
    }

    /**
     * Reasons by JSON Pointer as they are kept; blank ones are left out.
     *
     * @param whole the reason beside them, which is held to its rule too
     * @throws Refused where one is too long, or leads to no member of a publication
     */
    static Map<String, String> fieldReasons(String whole, Map<String, String> given) {
        Map<String, String> reasons = new TreeMap<>();
        List<Finding> findings = new ArrayList<>(ofReason("/reason", Cleaning.remark(whole)));
        given.forEach((field, text) -> {
            String reason = Cleaning.remark(text);
            String pointer = "/fieldReasons/" + field.replace("~", "~0").replace("/", "~1");
            findings.addAll(tooLong(pointer, reason, LONGEST_REASON));
            if (!leadsToAMember(field)) {
                findings.add(Finding.of(Rule.UNKNOWN_MEMBER, pointer, field, Nearest.codes(field, MEMBERS)));
            }
            if (!reason.isEmpty()) {
                reasons.put(field, reason);
            }
        });
        refuse(findings);
        return reasons;
    }

    private static boolean leadsToAMember(String pointer) {
        return MEMBERS.stream().anyMatch(each -> pointer.equals(each) || pointer.startsWith(each + "/"));
    }

    /**
     * What a withdrawn publication was replaced by, as it is kept; null where that is blank.
     *
     * @throws Refused where it is too long
     */
    static @Nullable String replacedBy(@Nullable String given) {
        String target = given == null ? "" : Cleaning.remark(given);
        refuse(tooLong("/replacedBy", target, Element.RELATION.longest()));
        return target.isEmpty() ? null : target;
    }

    private static List<Finding> tooLong(String pointer, String text, int longest) {
        return text.length() <= longest
                ? List.of()
                : List.of(Finding.of(Rule.TOO_LONG, pointer, text, Integer.toString(longest)));
    }
}
