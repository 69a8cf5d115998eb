package org.acervo.oai.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.catalog.SetSpec;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.SetDescription;
import org.acervo.oai.Sets;

/** Turns records into what the templates show. */
final class RecordModel {

    private static final String OAI_DC = "oai_dc";
    private static final StoredRecord UNREADABLE = new StoredRecord(List.of(), List.of());

    private final Repository repository;
    private final Disseminations disseminations;
    private final Sets sets;

    RecordModel(Repository repository, Disseminations disseminations, Sets sets) {
        this.repository = repository;
        this.disseminations = disseminations;
        this.sets = sets;
    }

    /** The records of a list, each in a few lines. */
    List<Map<String, Object>> page(OaiAnswer.Records answer, ViewRequest request) {
        Map<DisseminatedRecord, StoredRecord> stored = new LinkedHashMap<>();
        answer.records().forEach(record -> stored.put(record, read(record.payload())));
        Map<SetSpec, String> names = names(
                stored.values().stream().flatMap(each -> each.sets().stream()).collect(Collectors.toSet()), request);
        return stored.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue(), names, request))
                .toList();
    }

    private Map<String, Object> line(
            DisseminatedRecord record, StoredRecord stored, Map<SetSpec, String> names, ViewRequest request) {
        StoredRecord described = stored.fields().isEmpty() && !record.deleted() ? asDublinCore(record) : stored;
        Map<String, Object> model = head(record, stored, names, request);
        described.title(request.language()).ifPresent(title -> {
            model.put("title", title.value());
            model.put("titleLang", title.lang() == null ? "" : title.lang());
        });
        return model;
    }

    /** A record with all that it says. */
    Map<String, Object> whole(DisseminatedRecord record, ViewRequest request, Map<String, String> texts) {
        StoredRecord stored = read(record.payload());
        Map<String, Object> model = line(record, stored, names(Set.copyOf(stored.sets()), request), request);
        model.put("prefix", request.value("metadataPrefix"));
        model.put("landingPage", repository.landingPage(record.id()));
        model.put(
                "fields",
                stored.fields().stream().map(field -> field(field, texts)).toList());
        model.put("source", IndentedXml.of(record.payload()));
        model.put("formats", formats(record.id(), request));
        return model;
    }

    private static Map<String, Object> field(StoredRecord.Field field, Map<String, String> texts) {
        return Map.of(
                "name",
                field.name(),
                "label",
                texts.getOrDefault("dc." + field.name(), field.name()),
                "lang",
                field.lang() == null ? "" : field.lang(),
                "value",
                field.value(),
                "isLink",
                field.value().matches("https?://\\S+"));
    }

    private List<Map<String, String>> formats(PublicationId id, ViewRequest request) {
        String identifier = repository.oaiIdentifier(id);
        return disseminations.prefixes(id).stream()
                .sorted()
                .map(prefix -> Map.of("prefix", prefix, "link", link(identifier, prefix, request)))
                .toList();
    }

    private Map<String, Object> head(
            DisseminatedRecord record, StoredRecord stored, Map<SetSpec, String> names, ViewRequest request) {
        String identifier = repository.oaiIdentifier(record.id());
        String prefix = request.value("metadataPrefix");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("identifier", identifier);
        model.put("datestamp", record.datestamp().toString());
        model.put("time", OaiViewer.time(record.datestamp()));
        model.put("deleted", record.deleted());
        model.put("title", "");
        model.put("titleLang", "");
        model.put("link", link(identifier, prefix.isEmpty() ? OAI_DC : prefix, request));
        model.put(
                "sets",
                stored.sets().stream()
                        .filter(set -> set.code() != null)
                        .map(set -> set(set, names.getOrDefault(set, set.value()), request))
                        .toList());
        return model;
    }

    private static String link(String identifier, String prefix, ViewRequest request) {
        return request.link("verb", "GetRecord", "identifier", identifier, "metadataPrefix", prefix);
    }

    private static Map<String, Object> set(SetSpec set, String name, ViewRequest request) {
        String link = request.link("verb", "ListRecords", "metadataPrefix", OAI_DC, "set", set.value());
        return Map.of("spec", set.value(), "name", name, "link", link);
    }

    private Map<SetSpec, String> names(Set<SetSpec> specs, ViewRequest request) {
        return sets.describe(List.copyOf(specs)).stream()
                .collect(
                        Collectors.toMap(SetDescription::spec, set -> set.name().in(request.language())));
    }

    /** What the record says in Dublin Core, which lists of headers and of other formats do not. */
    private StoredRecord asDublinCore(DisseminatedRecord record) {
        return disseminations
                .find(record.id(), OAI_DC)
                .map(found -> read(found.payload()))
                .orElse(UNREADABLE);
    }

    private static StoredRecord read(Payload payload) {
        try {
            return StoredRecord.of(payload);
        } catch (IllegalStateException damaged) {
            return UNREADABLE;
        }
    }
}
