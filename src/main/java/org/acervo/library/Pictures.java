package org.acervo.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Cover;
import org.acervo.files.CoverDrawing;
import org.acervo.files.Covers;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.acervo.vocabulary.InterfaceLanguage;

/** Says which pictures publications are shown with. Thread-safe. */
record Pictures(Covers covers, PublicationFiles files, CoverDrawing drawing) {

    /** The pictures that the public may see; publications without one are absent. */
    Map<PublicationId, Cover> of(Collection<Publication> publications) {
        Map<PublicationId, Cover> found =
                covers.ofAll(publications.stream().map(Publication::id).collect(Collectors.toSet()));
        Map<PublicationId, List<HeldFile>> held = found.isEmpty() ? Map.of() : files.ofAll(found.keySet());
        Map<PublicationId, Cover> shown = new HashMap<>();
        for (Publication each : publications) {
            Cover cover = found.get(each.id());
            if (cover != null && drawing.isShown(each, cover, held.getOrDefault(each.id(), List.of()))) {
                shown.put(each.id(), cover);
            }
        }
        return shown;
    }

    static CoverView view(Cover cover, Reader reader) {
        InterfaceLanguage said = Stream.concat(Stream.of(reader.language()), Stream.of(InterfaceLanguage.values()))
                .filter(each -> !cover.alt().in(each).isBlank())
                .findFirst()
                .orElse(reader.language());
        String path = reader.request().root() + "publications/" + cover.publication() + "/cover/";
        String version = ".jpg?v=" + cover.digest();
        return new CoverView(
                path + "small" + version,
                cover.small().width(),
                cover.small().height(),
                path + "large" + version,
                cover.large().width(),
                cover.large().height(),
                said == reader.language() ? null : said.tag(),
                cover.alt().in(said),
                cover.credit(),
                cover.isChosen());
    }
}
