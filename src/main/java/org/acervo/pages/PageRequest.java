package org.acervo.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for, and in which language.
 *
 * @param path below the root of the repository, percent-encoded as it was sent, without its first slash
 * @param query what the address of the page has beside the language
 * @param chosen whether the address names the language, so that links must too
 */
public record PageRequest(String path, Map<String, List<String>> query, InterfaceLanguage language, boolean chosen) {

    private static final String LANG = "lang";
    private static final Pattern CHOICE =
            Pattern.compile("(?:^|&)" + LANG + "=([A-Za-z]{2}(?:-[A-Za-z]{2,8})?)(?=&|$)");

    /** The request for a page that has no query of its own. */
    public static PageRequest of(HttpServletRequest request) {
        return of(request.getRequestURI(), request.getQueryString(), request.getHeader("Accept-Language"));
    }

    /** The request for a page with all that its address says. */
    public static PageRequest ofAll(HttpServletRequest request) {
        Map<String, List<String>> query = Query.parse(request.getQueryString());
        List<String> lang = query.remove(LANG);
        return of(
                request.getRequestURI(),
                query,
                lang == null ? null : lang.get(0),
                request.getHeader("Accept-Language"));
    }

    /** The same of its parts. */
    public static PageRequest of(String path, @Nullable String query, @Nullable String acceptLanguage) {
        Matcher choice = CHOICE.matcher(query == null ? "" : query);
        return of(path, Map.of(), choice.find() ? choice.group(1) : null, acceptLanguage);
    }

    /**
     * The request for a page with a query of its own.
     *
     * @param lang the language that the address names, if any
     */
    public static PageRequest of(
            String path, Map<String, List<String>> query, @Nullable String lang, @Nullable String acceptLanguage) {
        InterfaceLanguage chosen = lang == null ? null : InterfaceLanguage.find(lang);
        InterfaceLanguage language =
                chosen != null ? chosen : InterfaceLanguage.negotiate(acceptLanguage == null ? "" : acceptLanguage);
        return new PageRequest(path.startsWith("/") ? path.substring(1) : path, query, language, chosen != null);
    }

    /** The way from this page to the root of the repository, wherever a proxy has put that. */
    public String root() {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        return depth == 0 ? "./" : "../".repeat(depth);
    }

    /** The way from this page to another one, in the same language. */
    public String to(String page) {
        return root() + page + (chosen ? lang(language) : "");
    }

    /** The way from this page to another one with a query, in the same language. */
    public String to(String page, Map<String, List<String>> arguments) {
        return root() + page + Query.of(withLanguage(arguments));
    }

    /** Arguments of a link, with the language where links must name it. */
    public Map<String, List<String>> withLanguage(Map<String, List<String>> arguments) {
        Map<String, List<String>> all = new LinkedHashMap<>(arguments);
        if (chosen) {
            all.put(LANG, List.of(language.tag()));
        }
        return all;
    }

    /** The way to this page in another language. */
    public String in(InterfaceLanguage other) {
        return root() + path + argumentsIn(other);
    }

    /** The query of this page in a language, with its question mark. */
    String argumentsIn(InterfaceLanguage other) {
        Map<String, List<String>> arguments = new LinkedHashMap<>(query);
        arguments.put(LANG, List.of(other.tag()));
        return Query.of(arguments);
    }

    static String lang(InterfaceLanguage language) {
        return "?" + LANG + "=" + language.tag();
    }
}
