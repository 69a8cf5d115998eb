package org.acervo.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Element;
import org.acervo.catalog.Nearest;

/** What somebody may have meant by the name of a member that is not known. */
final class KnownNames {

    private static final Map<String, Set<String>> MEMBERS = new LinkedHashMap<>();

    static {
        for (Element element : Element.ALL) {
            String term = element.term();
            boolean own = term == null
                    || term.equals(element.member())
                    || Element.ofMember(term).isPresent();
            MEMBERS.put(element.member(), own ? Set.of(element.member()) : Set.of(element.member(), term));
        }
        MEMBERS.put("withdrawn", Set.of("withdrawn"));
    }

    private KnownNames() {}

    /** The nearest members of a publication; the name of its dcterms term counts as the member. */
    static List<String> nearest(String name) {
        return Nearest.alike(name, MEMBERS);
    }

    /** The nearest of some names. */
    static List<String> nearest(String name, Collection<String> known) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        known.forEach(each -> names.put(each, Set.of(each)));
        return Nearest.alike(name, names);
    }
}
