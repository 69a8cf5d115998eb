package org.acervo.oai;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Payload;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.oai.OaiAnswer.Chain;
import org.acervo.oai.OaiAnswer.Head;
import org.acervo.oai.OaiAnswer.Position;
import org.jspecify.annotations.Nullable;

/** Answers the verbs whose lists may need several answers (OAI-PMH 2.0 section 3.5). Thread-safe. */
final class Lists {

    private final Disseminations disseminations;
    private final Sets sets;
    private final Tokens tokens;
    private final int pageSize;

    Lists(Disseminations disseminations, Sets sets, Tokens tokens, int pageSize) {
        this.disseminations = disseminations;
        this.sets = sets;
        this.tokens = tokens;
        this.pageSize = pageSize;
    }

    /** The first answer of ListRecords or ListIdentifiers, for a format that is offered. */
    OaiAnswer begin(Head head, OaiRequest.Records request, Payload.Coding coding) {
        Datestamp from = request.from();
        Datestamp until = request.until();
        Selection selection = new Selection(
                request.verb() == Verb.LIST_IDENTIFIERS ? Dissemination.HEADER : request.prefix(),
                request.set(),
                from == null ? null : since1970(from.first()),
                until == null ? null : since1970(until.last()));
        List<DisseminatedRecord> found = disseminations.select(selection, 0, pageSize + 1, coding);
        if (found.isEmpty()) {
            return noRecords(head, whyNothing(selection));
        }
        long size = found.size() <= pageSize ? found.size() : Math.max(disseminations.count(selection), found.size());
        long chain = head.chain() == null ? 0 : head.chain().id();
        return recordsPage(
                head, new ResumptionToken(request.verb(), selection, 0, 0, size, head.responseDate(), chain), found);
    }

    /** Datestamps are all later, and databases know fewer years than the protocol. */
    private static Instant since1970(Instant time) {
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    }

    /** The first answer of ListSets. */
    OaiAnswer beginSets(Head head) {
        List<SetSpec> all = sets.all();
        Selection everything = new Selection(Dissemination.HEADER, null, null, null);
        return setsPage(
                head, new ResumptionToken(Verb.LIST_SETS, everything, 0, 0, all.size(), head.responseDate(), 0), all);
    }

    /** A later answer of any list. */
    OaiAnswer resume(Head head, OaiRequest.Continuation request, Payload.Coding coding) {
        Optional<ResumptionToken> read = tokens.read(request.token());
        if (read.isEmpty()) {
            return badToken(head, "is not one that this repository has given");
        }
        ResumptionToken token = read.get();
        if (token.verb() != request.verb()) {
            return badToken(head, "was given by " + token.verb() + ", not by " + request.verb());
        }
        if (head.responseDate().isAfter(token.expires())) {
            return badToken(head, "expired at " + token.expires());
        }
        if (token.verb() == Verb.LIST_SETS) {
            return setsPage(head, token, sets.all());
        }
        Head chained = new Head(head.responseDate(), token.verb(), head.attributes(), chain(token));
        List<DisseminatedRecord> found = disseminations.select(token.selection(), token.after(), pageSize + 1, coding);
        return found.isEmpty()
                ? noRecords(chained, "What was left of the list has changed and left it; the list is complete")
                : recordsPage(chained, token, found);
    }

    /**
     * @param here where the page begins
     * @param found what the page begins with, and one more where there is more
     */
    private OaiAnswer recordsPage(Head head, ResumptionToken here, List<DisseminatedRecord> found) {
        boolean headersOnly = here.verb() == Verb.LIST_IDENTIFIERS;
        if (found.size() <= pageSize) {
            return new OaiAnswer.Records(head, headersOnly, found, last(here));
        }
        List<DisseminatedRecord> page = found.subList(0, pageSize);
        return new OaiAnswer.Records(
                head,
                headersOnly,
                page,
                position(head, here, page.get(pageSize - 1).number()));
    }

    /** @param all every set */
    private OaiAnswer setsPage(Head head, ResumptionToken here, List<SetSpec> all) {
        int from = (int) Math.min(here.after(), all.size());
        int to = Math.min(from + pageSize, all.size());
        Position position = to < all.size() ? position(head, here, to) : last(here);
        return new OaiAnswer.SetList(head, sets.describe(all.subList(from, to)), position);
    }

    private Position position(Head head, ResumptionToken here, long after) {
        ResumptionToken next = new ResumptionToken(
                here.verb(),
                here.selection(),
                after,
                here.cursor() + pageSize,
                here.size(),
                head.responseDate(),
                here.chain());
        return new Position(tokens.write(next), next.expires(), here.cursor(), here.size());
    }

    /** An empty token ends a list of several answers; a list of one has none. */
    private static @Nullable Position last(ResumptionToken here) {
        return here.cursor() == 0 ? null : new Position("", null, here.cursor(), here.size());
    }

    private static Chain chain(ResumptionToken token) {
        Selection selection = token.selection();
        StringBuilder line = new StringBuilder("verb=" + token.verb());
        if (!selection.prefix().equals(Dissemination.HEADER)) {
            line.append(" metadataPrefix=").append(selection.prefix());
        }
        append(line, Argument.FROM, selection.from());
        append(line, Argument.UNTIL, selection.until());
        append(line, Argument.SET, selection.set());
        return new Chain(token.chain(), line.toString());
    }

    private static void append(StringBuilder line, Argument argument, @Nullable Object value) {
        if (value != null) {
            line.append(' ').append(argument).append('=').append(value);
        }
    }

    private String whyNothing(Selection selection) {
        SetSpec set = selection.set();
        if (set != null && !sets.all().contains(set)) {
            return "There is no set '" + set + "'; ListSets names those that exist";
        }
        String where = set == null ? "" : " in the set '" + set + "'";
        return selection.from() == null && selection.until() == null
                ? "There is no record" + where + " yet"
                : "No record" + where + " has a datestamp in that time";
    }

    private static OaiAnswer noRecords(Head head, String why) {
        return new OaiAnswer.Errors(head, List.of(new ProtocolError(ErrorCode.NO_RECORDS_MATCH, why)));
    }

    private static OaiAnswer badToken(Head head, String why) {
        return new OaiAnswer.Errors(
                head,
                List.of(new ProtocolError(
                        ErrorCode.BAD_RESUMPTION_TOKEN,
                        "The resumptionToken " + why + "; begin the list again without it")));
    }
}
