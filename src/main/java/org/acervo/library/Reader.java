package org.acervo.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.catalog.Statement;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Texts;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;

/** Who reads a page: the language, with its words, its names of languages and its way to other pages. */
final class Reader {

    static final String BUNDLE = "org.acervo.library.library";

    private final PageRequest request;
    private final Vocabularies vocabularies;
    private final Map<String, String> texts;

    Reader(PageRequest request, Vocabularies vocabularies) {
        this.request = request;
        this.vocabularies = vocabularies;
        this.texts = Texts.in(request.language(), BUNDLE);
    }

    PageRequest request() {
        return request;
    }

    InterfaceLanguage language() {
        return request.language();
    }

    Locale locale() {
        return request.language().locale();
    }

    Map<String, String> texts() {
        return texts;
    }

    String text(String key) {
        return texts.getOrDefault(key, key);
    }

    /** A number as the reader writes it. */
    String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** How many there are, in words: of the keys that end with {@code .one} and {@code .many}. */
    String counted(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".many")).replace("{0}", number(count));
    }

    DateText dates() {
        return new DateText(texts, locale());
    }

    /** The name of a language, with a capital as at the beginning of a sentence. */
    String languageName(String tag) {
        String name = vocabularies.languages().label(tag, language());
        int first = name.offsetByCodePoints(0, name.isEmpty() ? 0 : 1);
        return name.substring(0, first).toUpperCase(locale()) + name.substring(first);
    }

    /** The way to the page of a set of publications: its own, else a search for it. */
    String shelf(Family family, String code) {
        return switch (family) {
            case THEME -> request.to("themes/" + code);
            case MISSION -> request.to("missions/" + code);
            case COLLECTION -> request.to("collections/" + code);
            case TYPE -> request.to("search", Map.of("type", List.of(code)));
            case COUNTRY -> request.to("search", Map.of("country", List.of(code)));
            case LANGUAGE -> request.to("search", Map.of("language", List.of(primary(code))));
            case OPENAIRE -> request.to("search");
        };
    }

    /** The way to the page of a series. */
    String series(String slug) {
        return request.to(seriesPath(slug));
    }

    /** The same below the root. */
    static String seriesPath(String slug) {
        return "series/" + URLEncoder.encode(slug, StandardCharsets.UTF_8);
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** The statements of an element, those in the language of the page first. */
    List<Statement> preferred(DublinCore metadata, Element element) {
        List<Statement> sorted = new ArrayList<>(metadata.all(element));
        sorted.sort((a, b) -> Boolean.compare(isMine(b), isMine(a)));
        return sorted;
    }

    private boolean isMine(Statement statement) {
        String lang = statement.lang();
        return lang != null && InterfaceLanguage.find(lang) == language();
    }

    /** The title that suits the page. */
    Value title(DublinCore metadata) {
        List<Statement> titles = preferred(metadata, Element.TITLE);
        return titles.isEmpty()
                ? Value.of("—")
                : new Value(titles.get(0).value(), titles.get(0).lang(), null, null);
    }

    /** The texts of an element, each with the name of its language where there are several. */
    List<Passage> passages(DublinCore metadata, Element element) {
        List<Statement> statements = preferred(metadata, element);
        return statements.stream()
                .map(each -> new Passage(
                        each.lang(),
                        each.lang() == null || statements.size() == 1 ? null : languageName(each.lang()),
                        Passage.paragraphs(each.value())))
                .toList();
    }
}
