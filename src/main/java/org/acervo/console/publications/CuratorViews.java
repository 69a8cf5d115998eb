package org.acervo.console.publications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Publication;
import org.acervo.catalog.State;
import org.acervo.console.publications.PublicationView.Picture;
import org.acervo.console.publications.PublicationView.Suspect;
import org.acervo.console.publications.PublicationView.Work;
import org.acervo.curation.Claim;
import org.acervo.curation.Claiming;
import org.acervo.curation.Duplicates;
import org.acervo.files.Cover;
import org.acervo.files.Covers;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** Tells those who decide on a publication what they must know beside it. For one request. */
@Dependent
final class CuratorViews {

    private final Holding holding;
    private final Claiming claiming;
    private final Duplicates duplicates;
    private final Covers covers;

    @Inject
    CuratorViews(Holding holding, Claiming claiming, Duplicates duplicates, Covers covers) {
        this.covers = covers;
        this.holding = holding;
        this.claiming = claiming;
        this.duplicates = duplicates;
    }

    /** Who works on it; null for those who do not decide. */
    @Nullable
    Work work(Publication publication) {
        Caller caller = holding.desk().caller();
        if (!caller.may(Right.CURATE)) {
            return null;
        }
        String holder = claiming.of(publication.id()).map(Claim::holder).orElse("");
        return new Work(
                holder,
                holder.equals(caller.name()),
                holder.isEmpty() && publication.workingState() == State.SUBMITTED);
    }

    /** What it is shown with; null for those who do not choose that. */
    @Nullable
    Picture picture(Publication publication) {
        if (!holding.desk().caller().may(Right.CURATE) || publication.state() == State.WITHDRAWN) {
            return null;
        }
        Optional<Cover> cover = covers.find(publication.id()).filter(Cover::exists);
        boolean isPublic = publication.state() == State.PUBLISHED;
        return new Picture(
                cover.filter(each -> isPublic)
                        .map(each -> "publications/" + publication.id() + "/cover/small.jpg?v=" + each.digest())
                        .orElse(""),
                Arrays.stream(InterfaceLanguage.values())
                        .map(each -> Map.of(
                                "tag", each.tag(),
                                "name", each.locale().getDisplayLanguage(each.locale()),
                                "alt", cover.map(has -> has.alt().in(each)).orElse("")))
                        .toList(),
                cover.map(Cover::credit).orElse(""));
    }

    /** Those that may be the same; none for those who do not decide. */
    List<Suspect> suspects(Publication publication, Words words) {
        return holding.desk().caller().may(Right.CURATE) && publication.state() != State.WITHDRAWN
                ? duplicates.of(publication).stream()
                        .map(each -> new Suspect(
                                each.publication().id().toString(),
                                words.title(each.publication().working()),
                                words.state(each.publication().state()),
                                Words.look(each.publication().state()),
                                each.why().stream()
                                        .map(why -> words.text("alike." + why.code()))
                                        .toList()))
                        .toList()
                : List.of();
    }
}
