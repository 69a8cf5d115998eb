package org.acervo.search;

import java.util.List;
import java.util.stream.Stream;
import org.acervo.catalog.PublicationId;
import org.acervo.vocabulary.InterfaceLanguage;

/** Finds publications in the index. Thread-safe. Nothing that is typed makes any of this fail. */
public class Searching {

    /** A page of hits, with counts. */
    public Found find(Search search) {
        throw new UnsupportedOperationException(search.text());
    }

    /** Titles with words that go on with what is being typed, at most so many. */
    public List<Suggestion> suggest(String prefix, Viewer viewer, int limit) {
        throw new UnsupportedOperationException(prefix);
    }

    /** Publications with much the same words, the likest first; empty where the viewer cannot find the one that is meant. */
    public List<Hit> similar(PublicationId id, InterfaceLanguage language, Viewer viewer, int limit) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** Why a publication stands where it stands among the hits, the weightiest reason first; empty where it is no hit. */
    public List<Reason> explain(PublicationId id, Search search) {
        throw new UnsupportedOperationException(id.toString());
    }

    /**
     * All hits of a search, whatever its page, as they were when this was called; in no order that means anything. However many
     * they are, it takes the same memory. Close it.
     */
    public Stream<PublicationId> ids(Search search) {
        throw new UnsupportedOperationException(search.text());
    }

    /**
     * Brings everything that is committed into what is found from now on.
     *
     * @return false where that would take long, because the index is catching up
     */
    public boolean refresh() {
        throw new UnsupportedOperationException();
    }
}
