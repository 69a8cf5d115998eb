package org.acervo.deposit.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/** Reads rows under one header. Thread-safe. */
final class RowReader {

    private static final Pattern RELATION = Pattern.compile("\\s*([A-Za-z]+)\\s*[:=]?\\s+(.+)|([A-Za-z]+)[:=](.+)");

    /** A cell that says that there is to be nothing, where a blank one leaves all as it is. */
    private static final String NOTHING = "-";

    private final Header header;
    private final Codes codes;
    private final @Nullable String mission;

    /** @param mission that of the caller, for rows that name none; null where that is none */
    RowReader(Header header, Codes codes, @Nullable String mission) {
        this.header = header;
        this.codes = codes;
        this.mission = mission;
    }

    Entry read(SheetRow row) {
        return new Reading(row).read();
    }

    /** The reading of one row. */
    private final class Reading {

        private final SheetRow row;
        private final List<SheetFinding> findings = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();
        private final Map<Element, Integer> counts = new EnumMap<>(Element.class);
        private final Map<String, String> cells = new HashMap<>();
        private final Set<Column> columns = new HashSet<>();

        Reading(SheetRow row) {
            this.row = row;
        }

        Entry read() {
            header.columns().forEach((place, column) -> {
                Element element = column.name().element();
                if (element != null) {
                    cells.putIfAbsent(element.pointer(), address(place));
                    element(element, column, place);
                }
            });
            for (int place = header.width(); place < row.cells().size(); place++) {
                if (!row.cell(place).isBlank()) {
                    find(place, Finding.of(Rule.NO_HEADING, "", row.cell(place).text()));
                }
            }
            if (mission != null && !counts.containsKey(Element.MISSION)) {
                statements.add(Statement.of(Element.MISSION, mission));
            }
            return new Entry(
                    row.number(),
                    action(),
                    special(ColumnName.ID),
                    new DublinCore(statements),
                    columns,
                    special(ColumnName.REASON),
                    files(),
                    cells,
                    findings);
        }

        private String address(int place) {
            return new Address(row.number(), place).toString();
        }

        private void find(int place, Finding finding) {
            findings.add(new SheetFinding(address(place), finding));
        }

        private @Nullable String special(ColumnName name) {
            Integer place = header.place(name);
            String text = place == null ? "" : sound(place).text().strip();
            return text.isEmpty() ? null : text;
        }

        private Action action() {
            Integer place = header.place(ColumnName.ACTION);
            String text = place == null ? "" : sound(place).text();
            return Action.of(text).orElseGet(() -> {
                if (place != null) {
                    find(
                            place,
                            Finding.of(Rule.UNKNOWN_CODE, "", text.strip(), Action.CODES)
                                    .labelled(Action.LABELS));
                }
                return Action.CREATE;
            });
        }

        /** The cell, or an empty one in the place of an error. */
        private Cell sound(int place) {
            Cell cell = row.cell(place);
            Finding finding = SpoiltCell.find(cell);
            if (finding != null) {
                SheetFinding found = new SheetFinding(address(place), finding);
                if (!findings.contains(found)) { // what stands beside values is asked for again for each of them
                    findings.add(found);
                }
                return Cell.EMPTY;
            }
            return cell;
        }

        private void element(Element element, Column column, int place) {
            Cell cell = sound(place);
            if (cell.isBlank()) {
                return;
            }
            columns.add(column);
            if (cell.text().strip().equals(NOTHING)) {
                return;
            }
            if (element == Element.DATE) {
                add(element, date(cell, place), column, place, 0);
                return;
            }
            List<String> values = Values.split(cell.text(), element, codes);
            for (int i = 0; i < values.size(); i++) {
                add(element, values.get(i), column, place, i);
            }
        }

        private String date(Cell cell, int place) {
            if (codes.knows(Element.DATE, cell.text())) {
                return codes.code(Element.DATE, cell.text());
            }
            DateCell date = DateCell.of(cell);
            if (date.finding() != null) {
                find(place, date.finding().at(Element.DATE.pointer()));
            }
            return date.value();
        }

        private void add(Element element, String value, Column column, int place, int index) {
            int count = counts.merge(element, 1, Integer::sum);
            cells.put(element.pointer(count - 1), address(place));
            statements.add(statement(element, codes.code(element, value), column, index));
        }

        private Statement statement(Element element, String value, Column column, int index) {
            String fixed = column.name().fixed();
            return switch (element) {
                case IDENTIFIER -> with(element, value, Qualifier.SCHEME, fixed);
                case RELATION -> fixed == null ? relation(value) : with(element, value, Qualifier.TYPE, fixed);
                case LINK -> with(element, value, Qualifier.LANGUAGE, column.lang());
                case SERIES ->
                    new Statement(
                            element, value, column.lang(), beside(ColumnName.SERIES_NUMBER, Qualifier.NUMBER, index));
                case PROJECT -> new Statement(element, value, null, beside(ColumnName.FUNDER, Qualifier.FUNDER, index));
                default -> Statement.of(element, value, column.lang());
            };
        }

        private static Statement with(Element element, String value, Qualifier qualifier, @Nullable String text) {
            return new Statement(element, value, null, text == null ? Map.of() : Map.of(qualifier, text));
        }

        /** The type before the target; what names no type is left to the rules. */
        private static Statement relation(String value) {
            var form = RELATION.matcher(value);
            if (form.matches()) {
                String type = form.group(1) == null ? form.group(3) : form.group(1);
                String target = form.group(2) == null ? form.group(4) : form.group(2);
                for (RelationType each : RelationType.values()) {
                    if (Folded.of(each.code()).equals(Folded.of(type))) {
                        return with(Element.RELATION, target.strip(), Qualifier.TYPE, each.code());
                    }
                }
            }
            return Statement.of(Element.RELATION, value);
        }

        /** What another column says of the value at the same place in its list. */
        private Map<Qualifier, String> beside(ColumnName name, Qualifier qualifier, int index) {
            Integer place = header.place(name);
            List<String> values =
                    place == null ? List.of() : Values.list(sound(place).text());
            return index < values.size() && !values.get(index).isBlank()
                    ? Map.of(qualifier, values.get(index))
                    : Map.of();
        }

        private List<FileWish> files() {
            Integer place = header.place(ColumnName.FILE);
            if (place == null) {
                return List.of();
            }
            List<String> names = Values.list(sound(place).text());
            names.removeIf(String::isBlank);
            List<FileWish> wishes = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String language = ofFile(ColumnName.FILE_LANGUAGE, i);
                wishes.add(new FileWish(
                        address(place),
                        names.get(i),
                        language == null ? null : codes.code(Element.LANGUAGE, language),
                        ofFile(ColumnName.FILE_DESCRIPTION, i),
                        embargo(i)));
            }
            return wishes;
        }

        /** What is said of a file: one text for all of them, or one for each. */
        private @Nullable String ofFile(ColumnName name, int index) {
            Integer place = header.place(name);
            List<String> values =
                    place == null ? List.of() : Values.list(sound(place).text());
            String value = values.size() == 1 ? values.get(0) : index < values.size() ? values.get(index) : "";
            return value.isBlank() ? null : value;
        }

        private @Nullable LocalDate embargo(int index) {
            Integer place = header.place(ColumnName.EMBARGO);
            String text = ofFile(ColumnName.EMBARGO, index);
            if (place == null || text == null) {
                return null;
            }
            DateCell date = DateCell.of(new Cell(row.cell(place).kind(), text));
            if (date.finding() != null) {
                find(place, date.finding());
            }
            if (date.value().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                try {
                    return LocalDate.parse(date.value());
                } catch (DateTimeException none) {
                    // said below
                }
            }
            if (date.finding() == null) {
                find(place, Finding.of(Rule.MALFORMED_DATE, "", text, "2030-01-31"));
            }
            return null;
        }
    }
}
