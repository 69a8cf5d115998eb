package org.acervo.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.acervo.site.Site;
import org.acervo.site.SitePage;

/** What staff call series, in the language of who reads. Thread-safe. */
record SeriesTitles(Site site) {

    /** The titles by slug; a series that staff call nothing in that language is absent, and is called as publications do. */
    Map<String, String> of(Collection<String> slugs, Reader reader) {
        Map<SitePage, String> pages = new HashMap<>();
        slugs.forEach(slug -> SitePage.of("series/" + slug).ifPresent(page -> pages.put(page, slug)));
        Map<String, String> titles = new HashMap<>();
        site.names(pages.keySet()).forEach((page, name) -> {
            String title = name.in(reader.language());
            if (!title.isEmpty()) {
                titles.put(pages.get(page), title);
            }
        });
        return titles;
    }
}
