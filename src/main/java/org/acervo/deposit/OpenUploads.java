package org.acervo.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.Element;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.files.Uploads;
import org.acervo.publishing.UnderWay;

/** Uploads in parts that have begun: each takes its whole length of its mission's quota. */
@ApplicationScoped
class OpenUploads implements UnderWay {

    @Inject
    private Uploads uploads;

    @Inject
    private Publications publications;

    @Override
    public long bytes(String mission) {
        Map<String, Boolean> known = new HashMap<>();
        return uploads.open(said ->
                known.computeIfAbsent(said.getOrDefault(UploadMetadata.PUBLICATION, ""), id -> isOf(mission, id)));
    }

    private boolean isOf(String mission, String id) {
        Optional<PublicationId> parsed = PublicationId.parse(id);
        return parsed.flatMap(publications::find)
                .filter(each -> mission.equals(each.working().value(Element.MISSION)))
                .isPresent();
    }
}
