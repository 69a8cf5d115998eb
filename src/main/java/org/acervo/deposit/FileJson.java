package org.acervo.deposit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.acervo.catalog.Access;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.format.FindingsJson;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** Files as answers tell them. Thread-safe. */
record FileJson(Repository repository) {

    /** The address of a file in this interface. */
    String address(PublicationFile file) {
        return repository
                .fileAddress(file.publication(), file.name())
                .replace("/publications/", "/api/v1/publications/");
    }

    /** A file with everything that is known of it. */
    JsonObjectBuilder write(PublicationFile file, Publication publication) {
        JsonObjectBuilder json = JsonMaker.object()
                .add("name", file.name())
                .add("mediaType", file.mediaType())
                .add("size", file.size())
                .add("sha256", file.sha256());
        add(json, "language", file.language());
        add(json, "description", file.description());
        json.add("position", file.position());
        add(json, "embargo", file.embargo());
        JsonObjectBuilder links = JsonMaker.object().add("self", address(file));
        if (publication.state() == State.PUBLISHED && file.standing() == Standing.KEPT) {
            links.add("public", repository.fileAddress(file.publication(), file.name()));
        }
        return json.add("standing", file.standing().code())
                .add("added", file.added().toString())
                .add("links", links);
    }

    /** The same with warnings. */
    JsonObject write(
            PublicationFile file, Publication publication, List<Finding> findings, InterfaceLanguage language) {
        return write(file, publication)
                .add("findings", FindingsJson.write(findings, language))
                .build();
    }

    JsonObject write(List<PublicationFile> files, Publication publication) {
        JsonArrayBuilder array = JsonMaker.array();
        files.forEach(each -> array.add(write(each, publication)));
        return JsonMaker.object().add("files", array).build();
    }

    /** The access that the public text of a publication states. */
    static Access access(Publication publication) {
        return Access.of(publication.metadata().value(Element.ACCESS)).orElse(Access.OPEN);
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
