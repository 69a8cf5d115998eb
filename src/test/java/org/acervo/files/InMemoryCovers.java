package org.acervo.files;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationId;

/** Pictures without a database. */
public final class InMemoryCovers implements Covers {

    private final Map<PublicationId, Cover> all = new HashMap<>();

    @Override
    public Map<PublicationId, Cover> ofAll(Collection<PublicationId> publications) {
        Map<PublicationId, Cover> found = new HashMap<>(all);
        found.keySet().retainAll(publications);
        return found;
    }

    @Override
    public Optional<Cover.Picture> picture(PublicationId publication, Cover.Size size) {
        return Optional.ofNullable(all.get(publication))
                .filter(Cover::exists)
                .map(each -> size == Cover.Size.LARGE ? each.large() : each.small());
    }

    @Override
    public void keep(Cover cover) {
        all.put(cover.publication(), cover);
    }

    @Override
    public void remove(PublicationId publication) {
        all.remove(publication);
    }
}
