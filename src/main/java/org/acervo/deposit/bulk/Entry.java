package org.acervo.deposit.bulk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acervo.catalog.Access;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.SourceKey;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet, read.
 *
 * @param id what its cell says of the repository's own number, or null
 * @param text what it states
 * @param columns those in which it says something, if only that there is to be nothing
 * @param reason why the publication is to be withdrawn, or null
 * @param cells by JSON Pointer of the text: where each value stands, and each element that has a column
 * @param findings what is wrong with cells before the rules have looked
 */
record Entry(
        int row,
        Action action,
        @Nullable String id,
        DublinCore text,
        Set<Column> columns,
        @Nullable String reason,
        List<FileWish> files,
        Map<String, String> cells,
        List<SheetFinding> findings) {

    private static final Map<String, Labels> ACCESS = Access.codes().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> Words.labels("access." + code)));

    boolean hasErrors() {
        return findings.stream().anyMatch(SheetFinding::isError);
    }

    /** Which publication it means, as far as that can be seen without looking for it; null where that is nowhere said. */
    @Nullable
    String key() {
        return id != null ? "#" + id : text.sourceKey().map(SourceKey::toString).orElse(null);
    }

    /** What people call the publication by: its number, or the mission's own key; null where the row says neither. */
    @Nullable
    String name() {
        return id != null ? id : text.value(Element.SOURCE_ID);
    }

    /** A finding of the rules at the cell that it is about, with the words that the lists of sheets have for access. */
    SheetFinding at(Finding found) {
        Finding finding = found.pointer().equals(Element.ACCESS.pointer()) ? found.labelled(ACCESS) : found;
        for (String pointer = finding.pointer(); !pointer.isEmpty(); ) {
            String cell = cells.get(pointer);
            if (cell != null) {
                return new SheetFinding(cell, finding);
            }
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return new SheetFinding(Integer.toString(row), finding);
    }
}
