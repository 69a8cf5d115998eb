package org.acervo.deposit.bulk;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** What spreadsheet programs leave of a value: errors of formulas, and numbers that were none. */
final class SpoiltCell {

    /** The errors of Excel in the four languages. */
    private static final Pattern ERROR = Pattern.compile("#+|#[¡¿]?"
            + "(?:REF|N/A|N/D|VALUE|VALOR|VALEUR|NAME|NOMBRE|NOM|NOME|DIV/0|NUM|NOMBRE|NULL|NULO|NUL|SPILL|CALC)[!?]?");

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?([0-9]+)(?:[.,]([0-9]+))?[Ee]\\+?([0-9]{1,9})");
    private static final int DIGITS_OF_EXCEL = 15;

    private SpoiltCell() {}

    /** What must be said of a cell, or null where it is sound. */
    static @Nullable Finding find(Cell cell) {
        String text = cell.text().strip();
        if (cell.kind() == Cell.Kind.ERROR || ERROR.matcher(text).matches()) {
            return Finding.of(Rule.CELL_ERROR, "", text);
        }
        if (cell.kind() == Cell.Kind.FORMULA) {
            return Finding.of(Rule.FORMULA_WITHOUT_VALUE, "", text);
        }
        if (text.length() > Sheet.LONGEST_CELL) {
            return Finding.of(Rule.TOO_LONG, "", text, Integer.toString(Sheet.LONGEST_CELL));
        }
        if (cell.kind() == Cell.Kind.NUMBER && isRounded(text)) {
            return Finding.of(Rule.CHANGED_NUMBER, "", text);
        }
        Matcher scientific = SCIENTIFIC.matcher(text);
        return cell.kind() == Cell.Kind.TEXT && scientific.matches()
                ? Finding.of(Rule.CHANGED_NUMBER, "", text, likely(scientific))
                : null;
    }

    /** A whole number with more digits than Excel keeps ends in zeros that nobody typed. */
    private static boolean isRounded(String number) {
        return number.length() > DIGITS_OF_EXCEL && number.chars().allMatch(Character::isDigit);
    }

    /** The number in full, where no digit of it is lost. */
    private static List<String> likely(Matcher scientific) {
        String fraction = scientific.group(2) == null ? "" : scientific.group(2);
        int exponent = Integer.parseInt(scientific.group(3));
        boolean isWhole = fraction.replaceAll("0+$", "").isEmpty() && exponent < DIGITS_OF_EXCEL;
        return isWhole ? List.of(new BigDecimal(scientific.group(1) + "E" + exponent).toPlainString()) : List.of();
    }
}
