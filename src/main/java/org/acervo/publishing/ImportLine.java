package org.acervo.publishing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publication.Withdrawal;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.acervo.format.PublicationJson;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import, read, cleaned and checked.
 *
 * @param withdrawn the reason of a tombstone, or null
 * @param digest of all that the line says, so that an equal line is known again
 * @param errors for which it is refused; empty for a good line
 */
record ImportLine(long number, DublinCore text, @Nullable String withdrawn, String digest, List<Finding> errors) {

    /** Reads lines with the rules that hold for all that is published. */
    record Reader(Checker checker) {

        ImportLine read(Lines.Line line) {
            if (line.isTooLong()) {
                return refused(
                        line.number(), Finding.of(Rule.TOO_LONG, "", null, Lines.LONGEST / (1024 * 1024) + " MB"));
            }
            String json;
            try {
                json = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(line.bytes()))
                        .toString();
            } catch (CharacterCodingException malformed) {
                return refused(line.number(), Finding.of(Rule.NOT_UTF8, "", null));
            }
            return check(line.number(), PublicationJson.read(json));
        }

        private ImportLine check(long number, PublicationJson.Reading reading) {
            List<Finding> errors = new ArrayList<>(reading.findings());
            DublinCore text = reading.metadata();
            String withdrawn = reading.withdrawn() == null ? null : Cleaning.remark(reading.withdrawn());
            if (errors.stream().noneMatch(each -> each.pointer().isEmpty())) {
                Checker.Checked checked = checker.check(text, Rules.Purpose.PUBLISH, null);
                text = checked.text();
                errors.addAll(checked.findings());
                if (!text.has(Element.SOURCE_ID)) {
                    errors.add(Finding.of(Rule.REQUIRED, "/sourceId", null));
                }
                if (withdrawn != null) {
                    errors.addAll(Checker.ofReason("/withdrawn", withdrawn));
                }
            }
            errors.removeIf(each -> !each.isError());
            return new ImportLine(number, text, withdrawn, digest(reading), List.copyOf(errors));
        }

        /** Of the line as it was given: what cleaning makes of it changes with the vocabularies. */
        private static String digest(PublicationJson.Reading reading) {
            String withdrawn = reading.withdrawn() == null ? "" : "\n" + reading.withdrawn();
            return Fingerprint.hex(PublicationJson.toText(reading.metadata()) + withdrawn);
        }

        private static ImportLine refused(long number, Finding finding) {
            return new ImportLine(number, DublinCore.EMPTY, null, "", List.of(finding));
        }
    }

    boolean isGood() {
        return errors.isEmpty();
    }

    /** The mission's key; only of a good line. */
    SourceKey key() {
        return text.sourceKey().orElseThrow();
    }

    State state() {
        return withdrawn == null ? State.PUBLISHED : State.WITHDRAWN;
    }

    @Nullable
    Withdrawal withdrawal(Instant at) {
        return withdrawn == null ? null : new Withdrawal(withdrawn, at, null);
    }

    /** The line as a publication that did not exist. */
    Publication first(PublicationId id, Instant at) {
        return new Publication(id, 1, state(), text, null, withdrawal(at), null, at, at, at).imported(digest);
    }

    /** The line as the next version of a publication; a tombstone keeps the text, and so the sets, that the world knows. */
    Publication next(Publication current, Instant at) {
        boolean isKept = withdrawn != null && current.state().isPublic();
        return current.become(state(), isKept ? current.metadata() : text, withdrawal(at), at)
                .imported(digest);
    }
}
