package org.acervo.search.persistence;

import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.search.SavedSearches;
import org.acervo.search.SavedSearchesContract;
import org.junit.jupiter.api.AfterEach;

class SavedSearchTableIT extends SavedSearchesContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected SavedSearches empty() {
        return new SavedSearchTable(node.database());
    }

    @AfterEach
    void close() {
        node.close();
    }
}
