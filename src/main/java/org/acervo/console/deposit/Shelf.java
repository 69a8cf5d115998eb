package org.acervo.console.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.UnknownPublication;
import org.acervo.console.Desk;
import org.acervo.publishing.Reach;

/** What the pages for depositing share: who deposits, what they reach, and how what is refused is told. For one request. */
@Dependent
final class Shelf {

    private final Desk desk;
    private final Publications publications;

    @Inject
    Shelf(Desk desk, Publications publications) {
        this.desk = desk;
        this.publications = publications;
    }

    Desk desk() {
        return desk;
    }

    /** @throws UnknownPublication where there is none that whoever is signed in works on */
    Publication find(String id) {
        PublicationId parsed = PublicationId.parse(id).orElseThrow(NotFoundException::new);
        return publications
                .find(parsed)
                .filter(each -> Reach.isInsider(desk.caller(), each))
                .orElseThrow(() -> new UnknownPublication(parsed));
    }

    /** The same to change it. */
    Publication change(String id) {
        desk.caller().require(Right.DEPOSIT);
        return find(id);
    }

    /** What was found, in the words of whoever reads it. */
    List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.message(desk.language()))
                .distinct()
                .toList();
    }
}
