package org.acervo.console.publications;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.acervo.files.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what its file proposes where the draft says nothing yet; nothing of it is kept before somebody saves it.
 *
 * @param proposed the elements whose values nobody has confirmed
 */
record Proposals(DublinCore text, Set<Element> proposed) {

    Proposals {
        proposed = Set.copyOf(proposed);
    }

    /** Nothing is proposed. */
    static Proposals none(DublinCore text) {
        return new Proposals(text, Set.of());
    }

    /**
     * What a file proposes.
     *
     * @param names of the files: a title that was only made of one of them is no title yet
     * @param pages what is said of their number
     */
    static Proposals of(DublinCore text, Proposal proposal, List<String> names, @Nullable String pages) {
        Set<Element> proposed = EnumSet.noneOf(Element.class);
        DublinCore after = text;
        String language = proposal.language();
        String title = proposal.title();
        List<Statement> titles = text.all(Element.TITLE);
        boolean named = titles.size() == 1
                && names.stream().anyMatch(each -> FileTitle.of(each)
                        .equals(titles.get(0).value()));
        if (named && title != null) {
            after = after.with(
                    Element.TITLE, List.of(new Statement(Element.TITLE, title, language, java.util.Map.of())));
        }
        if (named) {
            proposed.add(Element.TITLE);
        }
        List<Statement> more = new ArrayList<>();
        add(more, Element.LANGUAGE, language);
        add(more, Element.DATE, proposal.date());
        add(more, Element.EXTENT, proposal.pages() == null ? null : pages);
        for (Statement each : more) {
            if (!after.has(each.element())) {
                after = after.with(each.element(), List.of(each));
                proposed.add(each.element());
            }
        }
        return new Proposals(after, proposed);
    }

    private static void add(List<Statement> all, Element element, @Nullable String value) {
        if (value != null) {
            all.add(Statement.of(element, value));
        }
    }
}
