package org.acervo.format;

import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.PublicationType;

/** What the publication is about, and of what kind it is, in MARC 21: fields 648 to 655. */
final class MarcSubjects {

    private final Entry entry;
    private final MarcRecord marc;

    MarcSubjects(Entry entry, MarcRecord marc) {
        this.entry = entry;
        this.marc = marc;
    }

    void write() {
        entry.all(Element.TEMPORAL).forEach(each -> marc.field("648", " 4", each.value()));
        entry.themes().forEach(each -> marc.term("650", " 7", each.value(), "local"));
        entry.all(Element.COVERAGE).stream()
                .filter(entry::isCode)
                .forEach(each -> marc.term("651", " 7", entry.place(each).value(), "local"));
        entry.all(Element.SUBJECT).forEach(each -> marc.field("653", "  ", each.value()));
        for (Statement each : entry.all(Element.COVERAGE)) {
            if (!entry.isCode(each)) {
                marc.field("653", " 5", each.value());
            }
        }
        PublicationType type = entry.type();
        if (type != null) {
            marc.term("655", " 7", entry.label(type.labels()).value(), "local");
            marc.field("655", " 7")
                    .sub("a", type.coarLabel())
                    .sub("1", type.coar())
                    .sub("2", "local")
                    .end();
        }
    }
}
