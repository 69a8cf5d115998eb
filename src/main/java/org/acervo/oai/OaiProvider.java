package org.acervo.oai;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.oai.OaiAnswer.Chain;
import org.acervo.oai.OaiAnswer.Head;

/** Answers OAI-PMH 2.0 requests. Thread-safe. */
public final class OaiProvider {

    private final Disseminations disseminations;
    private final Repository repository;
    private final Supplier<List<FormatDescription>> formats;
    private final Lists lists;
    private final OaiSettings settings;
    private final SecureRandom random = new SecureRandom();

    /** @param formats those that every record is rendered in at the moment of the call, in the order of ListMetadataFormats */
    public OaiProvider(
            Disseminations disseminations,
            Repository repository,
            Supplier<List<FormatDescription>> formats,
            Sets sets,
            TokenKey key,
            OaiSettings settings) {
        this.disseminations = disseminations;
        this.repository = repository;
        this.formats = formats;
        this.lists = new Lists(disseminations, sets, new Tokens(key), settings.pageSize());
        this.settings = settings;
    }

    /**
     * Answers a request. The response date is read before anything that is answered, for every verb: it promises that
     * all changes up to it are known.
     *
     * @param arguments every name with all its values; a text with characters that XML does not allow is refused
     * @throws org.acervo.catalog.StorageUnavailable where the database does not answer
     */
    public OaiAnswer answer(Map<String, List<String>> arguments) {
        return answer(arguments, Payload.Coding.IDENTITY);
    }

    /**
     * The same.
     *
     * @param coding how the records will be sent; sending them otherwise costs more
     */
    public OaiAnswer answer(Map<String, List<String>> arguments, Payload.Coding coding) {
        Instant responseDate = disseminations.now();
        Arguments checked = new Arguments(arguments);
        Verb verb = checked.verb();
        Chain chain = verb != null && verb.harvests() ? new Chain(random.nextLong(), checked.line()) : null;
        Head head = new Head(responseDate, verb, checked.attributes(), chain);
        if (!checked.errors().isEmpty()) {
            return new OaiAnswer.Errors(head, checked.errors());
        }
        OaiRequest request = checked.request();
        if (request instanceof OaiRequest.Identify) {
            return identify(head);
        } else if (request instanceof OaiRequest.MetadataFormats of) {
            return metadataFormats(head, of);
        } else if (request instanceof OaiRequest.Sets) {
            return lists.beginSets(head);
        } else if (request instanceof OaiRequest.Record of) {
            return record(head, of);
        } else if (request instanceof OaiRequest.Records of) {
            return isOffered(of.prefix()) ? lists.begin(head, of, coding) : errors(head, noSuchFormat(of.prefix()));
        }
        return lists.resume(head, (OaiRequest.Continuation) request, coding);
    }

    private OaiAnswer identify(Head head) {
        Instant earliest = disseminations.earliest().orElse(head.responseDate());
        return new OaiAnswer.Identify(head, earliest, settings.setTombstones());
    }

    private OaiAnswer metadataFormats(Head head, OaiRequest.MetadataFormats request) {
        String identifier = request.identifier();
        if (identifier == null) {
            return new OaiAnswer.MetadataFormats(head, formats.get());
        }
        Set<String> prefixes = local(identifier).map(disseminations::prefixes).orElse(Set.of());
        if (prefixes.isEmpty()) {
            return errors(head, noSuchId(identifier));
        }
        List<FormatDescription> found = formats.get().stream()
                .filter(format -> prefixes.contains(format.prefix()))
                .toList();
        return found.isEmpty()
                ? error(head, ErrorCode.NO_METADATA_FORMATS, "The record exists in none of the formats")
                : new OaiAnswer.MetadataFormats(head, found);
    }

    private OaiAnswer record(Head head, OaiRequest.Record request) {
        Optional<PublicationId> id = local(request.identifier());
        Optional<DisseminatedRecord> found = id.filter(known -> isOffered(request.prefix()))
                .flatMap(known -> disseminations.find(known, request.prefix()));
        if (found.isPresent()) {
            return new OaiAnswer.Record(head, found.get());
        }
        List<ProtocolError> errors = new ArrayList<>();
        boolean exists = id.isPresent() && !disseminations.prefixes(id.get()).isEmpty();
        if (!exists) {
            errors.add(noSuchId(request.identifier()));
        }
        if (!isOffered(request.prefix())) {
            errors.add(noSuchFormat(request.prefix()));
        } else if (exists) {
            errors.add(new ProtocolError(
                    ErrorCode.CANNOT_DISSEMINATE_FORMAT,
                    "The record does not exist in this format; ListMetadataFormats with its identifier names those it"
                            + " has"));
        }
        return new OaiAnswer.Errors(head, errors);
    }

    /** The id of an identifier of this repository (OAI identifier format, section 2). */
    private Optional<PublicationId> local(String identifier) {
        String prefix = "oai:" + repository.identifier() + ":";
        return identifier.startsWith(prefix)
                ? PublicationId.parse(identifier.substring(prefix.length()))
                : Optional.empty();
    }

    private boolean isOffered(String prefix) {
        return formats.get().stream().anyMatch(format -> format.prefix().equals(prefix));
    }

    private ProtocolError noSuchId(String identifier) {
        return new ProtocolError(
                ErrorCode.ID_DOES_NOT_EXIST,
                "There is no record '" + identifier + "'; identifiers here begin with oai:" + repository.identifier()
                        + ":");
    }

    private static ProtocolError noSuchFormat(String prefix) {
        return new ProtocolError(
                ErrorCode.CANNOT_DISSEMINATE_FORMAT,
                "There is no format '" + prefix + "'; ListMetadataFormats names those offered");
    }

    private static OaiAnswer error(Head head, ErrorCode code, String message) {
        return errors(head, new ProtocolError(code, message));
    }

    private static OaiAnswer errors(Head head, ProtocolError error) {
        return new OaiAnswer.Errors(head, List.of(error));
    }
}
