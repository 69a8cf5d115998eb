package org.acervo.format;

import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;

/** What the publication is about, in MODS: topics, places and times, one subject each. */
final class ModsSubjects {

    private final Entry entry;
    private final ModsRecord record;

    ModsSubjects(Entry entry, ModsRecord record) {
        this.entry = entry;
        this.record = record;
    }

    void write() {
        entry.all(Element.SUBJECT).forEach(each -> topic(Text.of(each)));
        entry.themes().forEach(this::theme);
        entry.all(Element.COVERAGE).forEach(this::place);
        entry.all(Element.TEMPORAL).forEach(each -> time(Period.of(each.value())));
    }

    private void topic(Text topic) {
        record.open("subject", topic.lang()).element("topic", topic.value()).end();
    }

    private void theme(Text theme) {
        record.open("subject", theme.lang())
                .attribute("authority", "local")
                .element("topic", theme.value())
                .end();
    }

    private void place(Statement statement) {
        Text place = entry.place(statement);
        XmlWriter out = record.open("subject", place.lang()).element("geographic", place.value());
        if (entry.isCountry(statement)) {
            out.start("geographicCode")
                    .attribute("authority", "iso3166")
                    .text(statement.value())
                    .end();
        }
        out.end();
    }

    private void time(Period period) {
        record.open("subject", null)
                .start("temporal")
                .attribute("encoding", period.isDate() ? "w3cdtf" : period.isEdtf() ? "edtf" : null)
                .text(period.text())
                .end()
                .end();
    }
}
