package org.acervo.deposit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.acervo.catalog.Publications;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** The vocabularies as documents may name them: codes with labels in the four languages. Thread-safe. */
final class VocabularyJson {

    private final Vocabularies vocabularies;
    private final Publications publications;
    private final Map<String, Supplier<JsonArrayBuilder>> terms = new LinkedHashMap<>();

    VocabularyJson(Vocabularies vocabularies, Publications publications) {
        this.vocabularies = vocabularies;
        this.publications = publications;
        terms.put("missions", () -> all(vocabularies.missions().all(), VocabularyJson::mission));
        terms.put("themes", () -> all(vocabularies.themes().all(), VocabularyJson::theme));
        terms.put("types", () -> all(vocabularies.types().all(), VocabularyJson::type));
        terms.put("languages", this::languages);
        terms.put("organizations", () -> all(vocabularies.organizations().all(), VocabularyJson::organization));
        terms.put("countries", () -> places(Places.countries()));
        terms.put("regions", () -> places(Places.regions()));
        terms.put("licences", () -> all(vocabularies.licences(), VocabularyJson::licence));
        terms.put("collections", this::collections);
    }

    /** The names, as addresses have them. */
    Set<String> names() {
        return terms.keySet();
    }

    /** One vocabulary, or empty where there is none of that name. */
    Optional<JsonObject> find(String name) {
        return Optional.ofNullable(terms.get(name)).map(each -> JsonMaker.object()
                .add("name", name)
                .add("terms", each.get())
                .build());
    }

    private interface Writer<T> {
        JsonObjectBuilder write(T term);
    }

    private static <T> JsonArrayBuilder all(Collection<T> terms, Writer<? super T> writer) {
        JsonArrayBuilder array = JsonMaker.array();
        terms.forEach(each -> array.add(writer.write(each)));
        return array;
    }

    private static JsonObjectBuilder term(Term term) {
        return term(term.code(), term.labels());
    }

    private static JsonObjectBuilder term(String code, Labels labels) {
        return JsonMaker.object().add("code", code).add("labels", labels(labels));
    }

    private static JsonObjectBuilder labels(Labels labels) {
        return JsonMaker.object()
                .add("en", labels.en())
                .add("es", labels.es())
                .add("fr", labels.fr())
                .add("pt", labels.pt());
    }

    private static JsonObjectBuilder mission(Mission mission) {
        JsonObjectBuilder defaults = JsonMaker.object();
        add(defaults, "publisher", mission.defaults().publisher());
        add(defaults, "rights", mission.defaults().rights());
        add(defaults, "language", mission.defaults().language());
        add(defaults, "country", mission.defaults().country());
        return term(mission)
                .add("coverage", JsonMaker.array(mission.coverage()))
                .add("reviewed", mission.reviewed())
                .add("defaults", defaults);
    }

    private static JsonObjectBuilder theme(ThematicArea theme) {
        return term(theme).add("description", labels(theme.description()));
    }

    private static JsonObjectBuilder type(PublicationType type) {
        return term(type).add("dcmi", type.dcmi()).add("coar", type.coar());
    }

    private static JsonObjectBuilder organization(Organization organization) {
        JsonObjectBuilder json = term(organization)
                .add("kind", organization.kind().code())
                .add("names", JsonMaker.array(List.copyOf(organization.names())));
        add(json, "acronym", organization.acronym());
        add(json, "country", organization.country());
        add(json, "ror", organization.ror());
        return json;
    }

    private static JsonObjectBuilder licence(Licence licence) {
        JsonObjectBuilder json = JsonMaker.object()
                .add("uri", licence.uri())
                .add("labels", labels(licence.labels()))
                .add("open", licence.open());
        add(json, "spdx", licence.spdx());
        return json;
    }

    private JsonArrayBuilder languages() {
        return all(
                vocabularies.languages().codes(),
                code -> term(code, Labels.of(in -> vocabularies.languages().label(code, in))));
    }

    private JsonArrayBuilder places(Set<String> codes) {
        return all(
                codes.stream().sorted().toList(),
                code -> term(code, Labels.of(in -> vocabularies.places().label(code, in))));
    }

    private JsonArrayBuilder collections() {
        return all(publications.collections(), each -> term(each).add("description", labels(each.description())));
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
