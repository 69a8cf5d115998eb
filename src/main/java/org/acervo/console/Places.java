package org.acervo.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.access.Right;

/** Where the bar of every page leads. */
final class Places {

    /**
     * A page that the bar names.
     *
     * @param key of its name in the words of the console
     * @param path below {@code console/}
     * @param right whoever lacks it is not shown the way
     */
    record Place(String key, String path, Right right) {

        /** Whether a page is this one, or lies below it. */
        boolean has(String page) {
            String all = "console/" + path;
            return path.isEmpty() ? page.equals(all) : page.equals(all) || page.startsWith(all + "/");
        }
    }

    static final List<Place> ALL = List.of(
            new Place("nav.publications", "", Right.READ),
            new Place("nav.queues", "queues", Right.CURATE),
            new Place("nav.search", "search", Right.READ),
            new Place("nav.collections", "collections", Right.CURATE));

    /** What is gone to less often: under one name each, in the order of the bar. */
    static final Map<String, List<Place>> MENUS = menus();

    private static Map<String, List<Place>> menus() {
        Map<String, List<Place>> menus = new LinkedHashMap<>();
        menus.put(
                "nav.more",
                List.of(
                        new Place("nav.dashboard", "dashboard", Right.CURATE),
                        new Place("nav.discoverability", "discoverability", Right.READ),
                        new Place("nav.vocabularies", "vocabularies", Right.CURATE),
                        new Place("nav.duplicates", "duplicates", Right.CURATE),
                        new Place("nav.changes", "changes", Right.DEPOSIT),
                        new Place("nav.site", "site", Right.CURATE),
                        new Place("nav.harvests", "harvests", Right.CURATE),
                        new Place("nav.withdrawn", "withdrawn", Right.READ)));
        menus.put(
                "nav.administration",
                List.of(
                        new Place("nav.accounts", "accounts", Right.ADMINISTER),
                        new Place("nav.tokens", "tokens", Right.ADMINISTER),
                        new Place("nav.index", "index", Right.ADMINISTER),
                        new Place("nav.erasures", "erasures", Right.ADMINISTER),
                        new Place("nav.audit", "audit", Right.ADMINISTER)));
        return menus;
    }

    private Places() {}
}
