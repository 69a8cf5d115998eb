package org.acervo.oai.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.Payload;
import org.acervo.catalog.XmlWriter;
import org.acervo.oai.ErrorCode;
import org.acervo.oai.HarvestLog;
import org.acervo.oai.HarvestStep;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.OaiProvider;
import org.acervo.oai.ProtocolError;
import org.acervo.pages.Query;

/** From the arguments of a request to the bytes of its answer. Thread-safe. */
final class Responder implements ReadAhead.Maker {

    /** Who asks. */
    record Client(String address, String agent) {}

    /** An answer and what is sent of it. */
    record Answered(OaiAnswer answer, OaiDocument.Body body) {}

    private final OaiProvider provider;
    private final Envelope envelope;
    private final HarvestLog log;
    private final ReadAhead ahead;
    private final String viewUrl;

    /** @param viewUrl the address of the pages for people, without a query */
    Responder(OaiProvider provider, Envelope envelope, HarvestLog log, ReadAhead ahead, String viewUrl) {
        this.provider = provider;
        this.envelope = envelope;
        this.log = log;
        this.ahead = ahead;
        this.viewUrl = viewUrl;
    }

    /** @throws org.acervo.catalog.StorageUnavailable where the database does not answer */
    Answered respond(Map<String, List<String>> arguments, Client client, boolean gzip) {
        Optional<ReadAhead.Key> page = page(arguments, gzip);
        Answered answered = page.flatMap(ahead::take).orElseGet(() -> make(arguments, gzip));
        page.flatMap(key -> next(key, answered.answer())).ifPresent(key -> ahead.prepare(key, this));
        String agent = XmlWriter.accepts(client.agent()) ? client.agent() : "";
        HarvestStep.of(answered.answer(), client.address(), agent).ifPresent(log::note);
        return answered;
    }

    private Answered make(Map<String, List<String>> arguments, boolean gzip) {
        return write(provider.answer(arguments, coding(gzip)), viewUrl + Query.of(arguments), gzip);
    }

    private static Payload.Coding coding(boolean gzip) {
        return gzip ? Payload.Coding.DEFLATE : Payload.Coding.IDENTITY;
    }

    /** The page that a request asks for, where it is a later one of a list. */
    private static Optional<ReadAhead.Key> page(Map<String, List<String>> arguments, boolean gzip) {
        List<String> verb = arguments.getOrDefault("verb", List.of());
        List<String> token = arguments.getOrDefault("resumptionToken", List.of());
        return arguments.size() == 2 && verb.size() == 1 && token.size() == 1
                ? Optional.of(new ReadAhead.Key(verb.get(0), token.get(0), gzip))
                : Optional.empty();
    }

    @Override
    public OaiAnswer read(ReadAhead.Key page) {
        return provider.answer(arguments(page), coding(page.gzip()));
    }

    @Override
    public Answered write(ReadAhead.Key page, OaiAnswer answer) {
        return write(answer, viewUrl + Query.of(arguments(page)), page.gzip());
    }

    @Override
    public Optional<ReadAhead.Key> next(ReadAhead.Key page, OaiAnswer answer) {
        return answer instanceof OaiAnswer.Records list && list.position() != null
                ? Optional.of(list.position().token())
                        .filter(token -> !token.isEmpty())
                        .map(token -> new ReadAhead.Key(page.verb(), token, page.gzip()))
                : Optional.empty();
    }

    private static Map<String, List<String>> arguments(ReadAhead.Key page) {
        return Map.of("verb", List.of(page.verb()), "resumptionToken", List.of(page.token()));
    }

    /** A list none of whose records is sound goes on with the next page, because it must not be empty. */
    private Answered write(OaiAnswer answer, String view, boolean gzip) {
        OaiDocument document = envelope.write(answer, view);
        OaiDocument.Body body = gzip ? document.gzip() : document.plain();
        if (body.entries() > 0 || document.entries().isEmpty()) {
            return new Answered(answer, body);
        }
        if (!(answer instanceof OaiAnswer.Records list)) {
            throw new IllegalStateException("The only record of the answer is damaged");
        }
        String next = list.position() == null ? "" : list.position().token();
        if (next.isEmpty()) {
            ProtocolError error = new ProtocolError(ErrorCode.NO_RECORDS_MATCH, "There are no more records");
            return write(new OaiAnswer.Errors(answer.head(), List.of(error)), view, gzip);
        }
        String verb = list.headersOnly() ? "ListIdentifiers" : "ListRecords";
        OaiAnswer more = provider.answer(Map.of("verb", List.of(verb), "resumptionToken", List.of(next)), coding(gzip));
        return write(more instanceof OaiAnswer.Records page ? asAskedFor(list, page) : more, view, gzip);
    }

    /** A page with the head of the answer that it takes the place of. */
    private static OaiAnswer asAskedFor(OaiAnswer.Records skipped, OaiAnswer.Records page) {
        return new OaiAnswer.Records(skipped.head(), page.headersOnly(), page.records(), page.position());
    }
}
