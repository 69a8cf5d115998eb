package org.acervo.authority;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.acervo.catalog.Element;

/** A vocabulary that staff keep. */
public enum Authority {
    THEMES(Element.THEME),
    TYPES(Element.TYPE),
    /** Records name them by their names, not by codes. */
    ORGANIZATIONS(Element.CREATOR, Element.CONTRIBUTOR, Element.PUBLISHER),
    /** Only their names are kept here: which languages there are, standards say. */
    LANGUAGES;

    /** Every one, in the order in which they are shown. */
    public static final List<Authority> ALL = List.of(values());

    private final List<Element> elements;

    Authority(Element... elements) {
        this.elements = List.of(elements);
    }

    /** Where records name its terms, as far as a term can take the place of another there. */
    public List<Element> elements() {
        return elements;
    }

    /** Whether a term can be retired, and another take its place. */
    public boolean hasSuccessors() {
        return !elements.isEmpty();
    }

    /** The code in addresses, such as {@code themes}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a code. */
    public static Optional<Authority> of(String code) {
        return ALL.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
