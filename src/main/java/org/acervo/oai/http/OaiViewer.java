package org.acervo.oai.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Repository;
import org.acervo.catalog.SetSpec;
import org.acervo.oai.Argument;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.OaiProvider;
import org.acervo.oai.Sets;
import org.acervo.oai.Verb;
import org.acervo.pages.Pages;
import org.acervo.pages.Texts;

/** Shows answers to people: the same provider, a page instead of XML. Thread-safe. */
final class OaiViewer {

    static final String BUNDLE = "org.acervo.oai.http.view";
    private static final String TEMPLATE = "oai/http/view.ftlh";

    private final OaiProvider provider;
    private final Repository repository;
    private final Supplier<List<FormatDescription>> formats;
    private final Sets sets;
    private final AnswerModel answers;
    private final Pages pages;

    OaiViewer(
            OaiProvider provider,
            Repository repository,
            Disseminations disseminations,
            Supplier<List<FormatDescription>> formats,
            Sets sets,
            Pages pages) {
        this.provider = provider;
        this.repository = repository;
        this.formats = formats;
        this.sets = sets;
        this.pages = pages;
        this.answers = new AnswerModel(repository, new RecordModel(repository, disseminations, sets));
    }

    /**
     * The page in HTML.
     *
     * @throws org.acervo.catalog.StorageUnavailable where the database does not answer
     */
    String view(ViewRequest request) {
        Map<String, String> texts = texts(request);
        OaiAnswer answer = provider.answer(request.arguments());
        Map<String, Object> model = new LinkedHashMap<>(frame(request, texts));
        model.put("responseDate", answer.head().responseDate().toString());
        model.put("responseTime", time(answer.head().responseDate()));
        model.putAll(answers.of(answer, request, texts));
        return pages.render(TEMPLATE, request.page(), texts, model);
    }

    /** The page that is shown while the database is away. */
    String unavailable(ViewRequest request) {
        Map<String, Object> model = new LinkedHashMap<>(frame(request, texts(request)));
        model.put("kind", "unavailable");
        return pages.render(TEMPLATE, request.page(), texts(request), model);
    }

    /** A datestamp as people read it, still in UTC. */
    static String time(Instant datestamp) {
        return datestamp.toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static Map<String, String> texts(ViewRequest request) {
        return Texts.in(request.language(), BUNDLE);
    }

    private Map<String, Object> frame(ViewRequest request, Map<String, String> texts) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("baseUrl", repository.oaiUrl());
        model.put("xml", request.xml());
        model.put("verbs", verbs(request, texts));
        model.put("form", form(request));
        return model;
    }

    private static List<Map<String, Object>> verbs(ViewRequest request, Map<String, String> texts) {
        List<Map<String, Object>> verbs = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            if (verb != Verb.GET_RECORD) {
                String link = verb.harvests()
                        ? request.link("verb", verb.spelling(), "metadataPrefix", "oai_dc")
                        : request.link("verb", verb.spelling());
                verbs.add(Map.of(
                        "name", texts.getOrDefault("verb." + verb, verb.spelling()),
                        "link", link,
                        "current", request.value("verb").equals(verb.spelling())));
            }
        }
        return verbs;
    }

    private Map<String, Object> form(ViewRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("verb", request.value("verb"));
        for (Argument argument : Argument.values()) {
            values.put(argument.spelling(), request.value(argument.spelling()));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("values", values);
        form.put("verbs", Arrays.stream(Verb.values()).map(Verb::spelling).toList());
        form.put(
                "prefixes",
                formats.get().stream().map(FormatDescription::prefix).toList());
        form.put("sets", specs());
        return form;
    }

    /** Suggestions for the form, which must appear even while the database is away. */
    private List<String> specs() {
        try {
            return sets.all().stream().map(SetSpec::value).toList();
        } catch (org.acervo.catalog.StorageUnavailable away) {
            return List.of();
        }
    }
}
