package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.catalog.Cleaned;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * A text that is kept, with what a row says put into it. A row changes only what its columns can say: a text in another
 * language, an ORCID beside a name and whatever has a blank cell stay as they are.
 *
 * @param text the whole text
 * @param entry the row, with its cells by the pointers of the whole text
 */
record Merged(DublinCore text, Entry entry, List<SheetFinding> warnings) {

    static Merged of(DublinCore kept, Entry entry, Vocabularies vocabularies) {
        return new Merging(kept, entry, Cleaning.clean(entry.text(), vocabularies)).merge();
    }

    private record Merging(DublinCore kept, Entry entry, Cleaned cleaned) {

        Merged merge() {
            List<Statement> all = new ArrayList<>();
            Map<String, String> cells = new HashMap<>(entry.cells());
            for (Element element : Element.ALL) {
                Set<Column> columns = entry.columns().stream()
                        .filter(column -> column.name().element() == element)
                        .collect(Collectors.toSet());
                List<Statement> old = kept.all(element);
                if (columns.isEmpty() && (element != Element.MISSION || !old.isEmpty())) {
                    all.addAll(old);
                } else {
                    all.addAll(statements(element, old, columns, cells));
                }
            }
            Entry moved = new Entry(
                    entry.row(),
                    entry.action(),
                    entry.id(),
                    entry.text(),
                    entry.columns(),
                    entry.reason(),
                    entry.files(),
                    cells,
                    entry.findings());
            List<SheetFinding> warnings =
                    cleaned.warnings().stream().map(entry::at).toList();
            return new Merged(new DublinCore(all), moved, warnings);
        }

        private List<Statement> statements(
                Element element, List<Statement> old, Set<Column> columns, Map<String, String> cells) {
            Map<Integer, Statement> mine = new LinkedHashMap<>();
            List<Statement> given = cleaned.metadata().all(element);
            for (int i = 0; i < given.size(); i++) {
                mine.put(i, given.get(i));
            }
            Map<Statement, Integer> same = same(old, mine);
            List<Statement> merged = new ArrayList<>();
            for (Statement each : old) {
                Integer index = same.get(each);
                if (index != null) {
                    note(element, index, merged.size(), cells);
                    merged.add(each);
                } else if (!columns.stream().anyMatch(column -> says(column, each, columns))) {
                    merged.add(each);
                } else {
                    Integer next = first(mine, each, true);
                    if (next != null) {
                        note(element, next, merged.size(), cells);
                        merged.add(mine.remove(next));
                    }
                }
            }
            mine.forEach((index, statement) -> {
                note(element, index, merged.size(), cells);
                merged.add(statement);
            });
            return merged;
        }

        /** Which of the row's statements say what is kept already; they are taken from the others. */
        private static Map<Statement, Integer> same(List<Statement> old, Map<Integer, Statement> mine) {
            Map<Statement, Integer> same = new HashMap<>();
            for (Statement each : old) {
                Integer index = first(mine, each, false);
                if (index != null && same.putIfAbsent(each, index) == null) {
                    mine.remove(index);
                }
            }
            return same;
        }

        /** The first of the row's statements that says the same as a kept one, or that may stand in its place. */
        private static @Nullable Integer first(Map<Integer, Statement> mine, Statement kept, boolean instead) {
            for (Map.Entry<Integer, Statement> each : mine.entrySet()) {
                Statement statement = each.getValue();
                boolean inLanguage =
                        statement.lang() == null || statement.lang().equals(kept.lang());
                if (inLanguage && (instead || isSaidBy(statement, kept))) {
                    return each.getKey();
                }
            }
            return null;
        }

        /** What the row cannot say of a person or an organization is no difference. */
        private static boolean isSaidBy(Statement statement, Statement kept) {
            return statement.value().equals(kept.value())
                    && statement.qualifiers().entrySet().stream()
                            .allMatch(
                                    each -> each.getKey() == Qualifier.KIND || kept.is(each.getKey(), each.getValue()));
        }

        /** Whether a column of the row could say a statement, so that it goes where the row does not say it. */
        private static boolean says(Column column, Statement statement, Set<Column> columns) {
            String fixed = column.name().fixed();
            String lang =
                    statement.element() == Element.LINK ? statement.qualifier(Qualifier.LANGUAGE) : statement.lang();
            boolean alone = columns.stream().allMatch(each -> each.lang() == null);
            boolean inLanguage = column.lang() == null
                    ? alone || lang == null
                    : column.lang().equals(lang);
            return inLanguage
                    && (fixed == null || statement.is(Qualifier.SCHEME, fixed) || statement.is(Qualifier.TYPE, fixed));
        }

        private void note(Element element, int index, int place, Map<String, String> cells) {
            List<Integer> places = cleaned.places().get(element);
            String given = element.pointer(places == null ? index : places.get(index));
            String cell = entry.cells().get(given);
            if (cell != null) {
                cells.put(element.pointer(place), cell);
            }
        }
    }

    /** Findings of the whole text, each at its cell, with the warnings of the row. */
    List<SheetFinding> at(List<Finding> findings) {
        List<SheetFinding> all = new ArrayList<>(warnings);
        findings.forEach(each -> all.add(entry.at(each)));
        return all;
    }
}
