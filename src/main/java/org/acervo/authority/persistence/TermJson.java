package org.acervo.authority.persistence;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.acervo.authority.Authority;
import org.acervo.authority.LanguageName;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.jspecify.annotations.Nullable;

/** Terms as documents, much as an operator's files have them. */
final class TermJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private TermJson() {}

    static String write(Term term) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("labels", labels(term.labels()));
        if (term instanceof ThematicArea theme) {
            json.add("description", labels(theme.description()));
        } else if (term instanceof PublicationType type) {
            json.add("dcmi", type.dcmi())
                    .add("coar", type.coar())
                    .add("coarLabel", type.coarLabel())
                    .add("like", type.like());
        } else if (term instanceof Organization organization) {
            JsonArrayBuilder aliases = JSON.createArrayBuilder();
            organization.aliases().forEach(aliases::add);
            json.add("aliases", aliases).add("kind", organization.kind().code());
            add(json, "acronym", organization.acronym());
            add(json, "country", organization.country());
            add(json, "ror", organization.ror());
        } else if (term instanceof LanguageName language) {
            add(json, "marc", language.marc());
        }
        return json.build().toString();
    }

    static Term read(Authority authority, String code, String document) {
        try (JsonReader reader = JSON.createReader(new StringReader(document))) {
            JsonObject json = reader.readObject();
            Labels labels = labels(json, "labels");
            return switch (authority) {
                case THEMES -> new ThematicArea(code, labels, labels(json, "description"));
                case TYPES ->
                    new PublicationType(
                            code,
                            labels,
                            json.getString("dcmi"),
                            json.getString("coar"),
                            json.getString("coarLabel"),
                            json.getString("like"));
                case ORGANIZATIONS -> organization(code, labels, json);
                case LANGUAGES -> new LanguageName(code, labels, optional(json, "marc"));
            };
        }
    }

    private static Organization organization(String code, Labels labels, JsonObject json) {
        List<String> aliases = json.getJsonArray("aliases").getValuesAs(JsonString::getString);
        Organization.Kind kind = Arrays.stream(Organization.Kind.values())
                .filter(each -> each.code().equals(json.getString("kind")))
                .findFirst()
                .orElseThrow();
        return new Organization(
                code,
                labels,
                optional(json, "acronym"),
                aliases,
                kind,
                optional(json, "country"),
                optional(json, "ror"));
    }

    private static JsonObjectBuilder labels(Labels labels) {
        return JSON.createObjectBuilder()
                .add("en", labels.en())
                .add("es", labels.es())
                .add("fr", labels.fr())
                .add("pt", labels.pt());
    }

    private static Labels labels(JsonObject json, String member) {
        JsonObject labels = json.getJsonObject(member);
        return new Labels(
                labels.getString("en"), labels.getString("es"), labels.getString("fr"), labels.getString("pt"));
    }

    private static @Nullable String optional(JsonObject json, String member) {
        return json.containsKey(member) ? json.getString(member) : null;
    }

    private static void add(JsonObjectBuilder json, String member, @Nullable String value) {
        if (value != null) {
            json.add(member, value);
        }
    }
}
