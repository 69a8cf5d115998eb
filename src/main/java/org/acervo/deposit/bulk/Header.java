package org.acervo.deposit.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The row of headings.
 *
 * @param row its number, from 1; what stands above it is a heading of the sheet
 * @param columns the known ones by their place, from 0
 * @param width up to the last column that has a heading
 * @param headings what stands in it, blank cells left out
 * @param findings columns that are not known or there twice
 */
record Header(
        int row, NavigableMap<Integer, Column> columns, int width, List<String> headings, List<SheetFinding> findings) {

    private static final int LAST_ROW = 20;

    /**
     * Reads up to the row of headings: the first in which a column of titles is known.
     *
     * @throws Refused where there is none near the beginning
     */
    static Header read(Sheet sheet, ColumnNames names, InterfaceLanguage language) throws IOException {
        List<String> seen = new ArrayList<>();
        for (SheetRow row = sheet.next(); row != null && row.number() <= LAST_ROW; row = sheet.next()) {
            Header header = of(row, names, language);
            if (header.columns().values().stream().anyMatch(Header::isTitle)) {
                return header;
            }
            if (seen.isEmpty()) {
                row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .limit(12)
                        .forEach(cell -> seen.add(brief(cell.text())));
            }
        }
        throw new Refused(Finding.of(Rule.NO_TITLE_COLUMN, "", null, seen));
    }

    private static boolean isTitle(Column column) {
        return column.name().element() == Element.TITLE;
    }

    private static Header of(SheetRow row, ColumnNames names, InterfaceLanguage language) {
        TreeMap<Integer, Column> columns = new TreeMap<>();
        List<SheetFinding> findings = new ArrayList<>(tooMany(row));
        Set<Column> single = new HashSet<>();
        for (int i = 0; i < Math.min(row.cells().size(), Sheet.MOST_COLUMNS); i++) {
            String heading = row.cell(i).text();
            Optional<Column> column = names.find(heading);
            String cell = new Address(row.number(), i).toString();
            if (column.isEmpty() && !heading.isBlank()) {
                findings.add(new SheetFinding(
                        cell,
                        Finding.of(Rule.UNKNOWN_COLUMN, "", heading.strip(), ColumnNames.labels(heading, language))));
            } else if (column.isPresent() && column.get().name().isSingle() && !single.add(column.get())) {
                findings.add(new SheetFinding(cell, Finding.of(Rule.REPEATED_COLUMN, "", heading.strip())));
            }
            if (column.isPresent()) {
                columns.put(i, column.get());
            }
        }
        List<String> headings = row.cells().stream()
                .map(Cell::text)
                .filter(each -> !each.isBlank())
                .toList();
        return new Header(row.number(), columns, row.cells().size(), headings, findings);
    }

    private static List<SheetFinding> tooMany(SheetRow row) {
        String size = Integer.toString(row.cells().size());
        Finding found = Finding.of(Rule.TOO_MANY, "", size, Integer.toString(Sheet.MOST_COLUMNS));
        return row.cells().size() <= Sheet.MOST_COLUMNS
                ? List.of()
                : List.of(new SheetFinding(Integer.toString(row.number()), found));
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The place of the first column of a name, or null. */
    @Nullable
    Integer place(ColumnName name) {
        return columns.entrySet().stream()
                .filter(each -> each.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The place of the first column of an element, or null. */
    @Nullable
    Integer place(Element element) {
        return columns.entrySet().stream()
                .filter(each -> each.getValue().name().element() == element)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
