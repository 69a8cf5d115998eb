package org.acervo.search;

class InMemorySavedSearchesTest extends SavedSearchesContract {

    @Override
    protected SavedSearches empty() {
        return new InMemorySavedSearches();
    }
}
