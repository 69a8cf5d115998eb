package org.acervo.deposit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.acervo.format.FindingsJson;
import org.acervo.format.JsonMaker;
import org.acervo.format.PublicationJson;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** A publication as answers tell it: its metadata, and beside it what only the repository knows. Thread-safe. */
final class RecordJson {

    /** Who reads it. */
    enum Reader {
        /** Sees what the public sees. */
        PUBLIC,
        /** Sees what is worked on. */
        INSIDER
    }

    private final Repository repository;
    private final PublicationFiles files;
    private final FileJson fileJson;

    RecordJson(Repository repository, PublicationFiles files) {
        this.repository = repository;
        this.fileJson = new FileJson(repository);
        this.files = files;
    }

    /** The address of a publication in this interface. */
    String address(PublicationId id) {
        return repository.baseUrl() + "/api/v1/publications/" + id;
    }

    /** Publications with the texts that are worked on. */
    JsonArrayBuilder write(List<Publication> publications) {
        Map<PublicationId, List<HeldFile>> held =
                files.ofAll(publications.stream().map(Publication::id).toList());
        JsonArrayBuilder array = JsonMaker.array();
        publications.forEach(each ->
                array.add(write(each, each.working(), held.getOrDefault(each.id(), List.of()), Reader.INSIDER)));
        return array;
    }

    /** A publication with one of its texts. */
    JsonObjectBuilder write(Publication publication, DublinCore text, Reader reader) {
        return write(publication, text, files.of(publication.id()), reader);
    }

    private JsonObjectBuilder write(Publication publication, DublinCore text, List<HeldFile> held, Reader reader) {
        PublicationId id = publication.id();
        JsonObjectBuilder json = JsonMaker.object()
                .add("id", id.toString())
                .add("version", publication.version())
                .add("state", publication.state().code());
        Publication.Revision revision = publication.revision();
        if (revision != null && reader == Reader.INSIDER) {
            json.add(
                    "revision", JsonMaker.object().add("state", revision.state().code()));
        }
        Publication.Withdrawal withdrawal = publication.withdrawal();
        if (withdrawal != null) {
            json.add("withdrawal", withdrawal(withdrawal));
        }
        json.add("oaiIdentifier", repository.oaiIdentifier(id))
                .add("created", time(publication.created()))
                .add("modified", time(publication.modified()));
        Instant published = publication.published();
        if (published != null) {
            json.add("published", time(published));
        }
        json.add("links", links(publication)).add("files", files(publication, held, reader));
        PublicationJson.write(text).forEach(json::add);
        return json;
    }

    /** The same with what was found in the text. */
    JsonObject write(Publication publication, List<Finding> findings, InterfaceLanguage language, boolean dryRun) {
        JsonObjectBuilder json = write(publication, publication.working(), Reader.INSIDER)
                .add("findings", FindingsJson.write(findings, language));
        return dryRun ? json.add("dryRun", true).build() : json.build();
    }

    private static JsonObjectBuilder withdrawal(Publication.Withdrawal withdrawal) {
        JsonObjectBuilder json =
                JsonMaker.object().add("reason", withdrawal.reason()).add("at", time(withdrawal.at()));
        add(json, "replacedBy", withdrawal.replacedBy());
        return json;
    }

    private JsonObjectBuilder links(Publication publication) {
        String self = address(publication.id());
        JsonObjectBuilder links = JsonMaker.object()
                .add("self", self)
                .add("history", self + "/history")
                .add("files", self + "/files");
        if (publication.state().isPublic()) {
            links.add("landingPage", repository.landingPage(publication.id()))
                    .add(
                            "oai",
                            repository.oaiUrl() + "?verb=GetRecord&metadataPrefix=oai_dc&identifier="
                                    + repository.oaiIdentifier(publication.id()));
        }
        return links;
    }

    private JsonArrayBuilder files(Publication publication, List<HeldFile> held, Reader reader) {
        JsonArrayBuilder array = JsonMaker.array();
        held.stream()
                .map(HeldFile::file)
                .filter(file -> reader == Reader.INSIDER || !PublicationFiles.isPending(file))
                .forEach(file -> array.add(fileJson.write(file, publication)));
        return array;
    }

    /** A step in the history. */
    static JsonObjectBuilder write(Event event) {
        JsonObjectBuilder json = JsonMaker.object()
                .add("version", event.version())
                .add("action", event.action().code())
                .add("at", time(event.at()))
                .add("actor", event.actor());
        add(json, "onBehalfOf", event.onBehalfOf());
        Event.OfFile file = event.file();
        add(json, "file", file == null ? null : file.name());
        add(json, "reason", event.reason());
        Map<String, String> reasons = event.fieldReasons();
        if (!reasons.isEmpty()) {
            json.add("fieldReasons", JsonMaker.object(Map.copyOf(reasons)));
        }
        DublinCore before = event.before();
        if (before != null) {
            json.add("before", PublicationJson.write(before));
        }
        return json;
    }

    /** As exact as the database keeps it. */
    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
