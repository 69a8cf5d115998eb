package org.acervo.publishing;

import java.util.List;
import org.acervo.catalog.Cleaned;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rules;
import org.acervo.vocabulary.Vocabularies;

/** Cleans what is entered and holds it to the rules; one engine for all ways in. */
record Checker(Vocabularies vocabularies, Rules rules) {

    /** A text as it is kept, and all that was found in it, with pointers into what was given. */
    record Checked(DublinCore text, List<Finding> findings) {}

    /** Cleans a text and says all there is to say of it. */
    Checked check(DublinCore given, Rules.Purpose purpose) {
        Cleaned cleaned = Cleaning.clean(given, vocabularies);
        return new Checked(cleaned.metadata(), cleaned.with(rules.check(cleaned.metadata(), purpose)));
    }

    /**
     * A text to be kept as a draft.
     *
     * @return with what still blocks its publication
     * @throws Refused where it cannot even be a draft
     */
    Checked draft(DublinCore given) {
        refuse(check(given, Rules.Purpose.DRAFT).findings());
        return check(given, Rules.Purpose.PUBLISH);
    }

    /** @throws Refused with every finding where one of them blocks publishing */
    void refuseUnpublishable(DublinCore text) {
        refuse(rules.check(text, Rules.Purpose.PUBLISH));
    }

    private static void refuse(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new Refused(findings);
        }
    }
}
