package org.acervo.oai.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Repository;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.SetDescription;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;

/** Turns answers into what the templates show. */
final class AnswerModel {

    private final Repository repository;
    private final RecordModel records;

    AnswerModel(Repository repository, RecordModel records) {
        this.repository = repository;
        this.records = records;
    }

    Map<String, Object> of(OaiAnswer answer, ViewRequest request, Map<String, String> texts) {
        if (answer instanceof OaiAnswer.Identify identify) {
            return identify(identify);
        } else if (answer instanceof OaiAnswer.MetadataFormats list) {
            return formats(list, request);
        } else if (answer instanceof OaiAnswer.SetList list) {
            return sets(list, request);
        } else if (answer instanceof OaiAnswer.Records list) {
            return records(list, request);
        } else if (answer instanceof OaiAnswer.Record one) {
            return Map.of("kind", "record", "record", records.whole(one.record(), request, texts));
        } else if (answer instanceof OaiAnswer.Errors failed) {
            return errors(failed, texts);
        }
        throw new IllegalArgumentException(answer.toString());
    }

    private Map<String, Object> identify(OaiAnswer.Identify answer) {
        return Map.of(
                "kind",
                "identify",
                "earliest",
                OaiViewer.time(answer.earliest()),
                "email",
                repository.adminEmail(),
                "identifier",
                "oai:" + repository.identifier() + ":",
                "licence",
                repository.metadataLicence(),
                "friends",
                repository.friends(),
                "setTombstones",
                answer.setTombstones());
    }

    private static Map<String, Object> formats(OaiAnswer.MetadataFormats answer, ViewRequest request) {
        String identifier = request.value("identifier");
        return Map.of(
                "kind",
                "formats",
                "identifier",
                identifier,
                "formats",
                answer.formats().stream()
                        .map(format -> format(format, identifier, request))
                        .toList());
    }

    private static Map<String, Object> format(FormatDescription format, String identifier, ViewRequest request) {
        String link = identifier.isEmpty()
                ? request.link("verb", "ListRecords", "metadataPrefix", format.prefix())
                : request.link("verb", "GetRecord", "identifier", identifier, "metadataPrefix", format.prefix());
        return Map.of(
                "prefix", format.prefix(), "schema", format.schema(), "namespace", format.namespace(), "link", link);
    }

    private static Map<String, Object> sets(OaiAnswer.SetList answer, ViewRequest request) {
        Map<String, Object> model =
                position(answer.position(), "ListSets", answer.sets().size(), request);
        model.put("kind", "sets");
        model.put("sets", answer.sets().stream().map(set -> set(set, request)).toList());
        return model;
    }

    private static Map<String, Object> set(SetDescription set, ViewRequest request) {
        return Map.of(
                "spec",
                set.spec().value(),
                "name",
                set.name().in(request.language()),
                "member",
                set.spec().code() != null,
                "descriptions",
                set.descriptions().stream()
                        .map((Labels text) -> text.in(request.language()))
                        .toList(),
                "link",
                request.link(
                        "verb",
                        "ListRecords",
                        "metadataPrefix",
                        "oai_dc",
                        "set",
                        set.spec().value()));
    }

    private Map<String, Object> records(OaiAnswer.Records answer, ViewRequest request) {
        String verb = answer.headersOnly() ? "ListIdentifiers" : "ListRecords";
        Map<String, Object> model =
                position(answer.position(), verb, answer.records().size(), request);
        model.put("kind", "records");
        model.put("headersOnly", answer.headersOnly());
        model.put("set", request.value("set"));
        model.put("records", records.page(answer, request));
        return model;
    }

    /** Where the page stands in its list, and the way on. */
    private static Map<String, Object> position(
            OaiAnswer.@Nullable Position position, String verb, int here, ViewRequest request) {
        Map<String, Object> model = new LinkedHashMap<>();
        long before = position == null ? 0 : position.cursor();
        model.put("first", number(before + 1, request));
        model.put("last", number(before + here, request));
        model.put("size", number(position == null ? here : Math.max(position.size(), before + here), request));
        if (position != null && !position.token().isEmpty()) {
            model.put("next", request.link("verb", verb, "resumptionToken", position.token()));
        }
        return model;
    }

    private static String number(long number, ViewRequest request) {
        return String.format(request.language().locale(), "%,d", number);
    }

    private static Map<String, Object> errors(OaiAnswer.Errors answer, Map<String, String> texts) {
        List<Map<String, String>> errors = answer.errors().stream()
                .map(error -> Map.of(
                        "code",
                        error.code().spelling(),
                        "title",
                        texts.getOrDefault("error." + error.code(), error.code().spelling()),
                        "message",
                        error.message()))
                .toList();
        return Map.of("kind", "errors", "errors", errors);
    }
}
