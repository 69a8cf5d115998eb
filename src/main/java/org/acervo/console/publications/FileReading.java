package org.acervo.console.publications;

import java.time.Duration;
import java.util.List;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.files.Extraction;
import org.acervo.files.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a draft propose for it.
 *
 * @param waits whether none of them has been read yet
 */
record FileReading(Proposals proposals, boolean waits) {

    /** Reading begins within a second and takes one or two, for which a page can wait. */
    private static final int LOOKS = 16;

    private static final Duration BETWEEN = Duration.ofMillis(400);

    static FileReading of(Holding holding, Publication publication) {
        Extraction read = null;
        boolean waits = false;
        for (int i = 0; i < LOOKS && read == null; i++) {
            List<Extraction> all = holding.extractions(publication.id());
            waits = all.stream().anyMatch(each -> each.status() == Extraction.Status.WAITING);
            read = all.stream()
                    .filter(each -> !each.proposal().equals(Proposal.NONE))
                    .findFirst()
                    .orElse(null);
            if (!waits || read == null && !pause()) {
                break;
            }
        }
        return new FileReading(proposals(holding, publication, read), waits && read == null);
    }

    private static Proposals proposals(Holding holding, Publication publication, @Nullable Extraction read) {
        Proposal proposal = read == null ? Proposal.NONE : read.proposal();
        List<String> names = holding.files(publication.id()).stream()
                .map(PublicationFile::name)
                .toList();
        Integer count = proposal.pages();
        String pages =
                count == null ? null : holding.desk().text(Holding.FOLDER + "edit.ftlh", "proposal.pages", count);
        return Proposals.of(publication.working(), proposal, names, pages);
    }

    /** Gives whether it is worth going on. */
    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN.toMillis());
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
