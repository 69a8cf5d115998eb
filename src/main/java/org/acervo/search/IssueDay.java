package org.acervo.search;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The day by which a date of issue is ordered: the first that it can mean, as a number such as 20210228. */
final class IssueDay {

    private IssueDay() {}

    /** The day of a date as {@link org.acervo.catalog.Element#DATE} has it; none where it is not known. */
    static OptionalInt of(@Nullable String date) {
        if (date == null || date.length() < 4) {
            return OptionalInt.empty();
        }
        int year = number(date.substring(0, 4).replace('X', '0'));
        if (year <= 0) {
            return OptionalInt.empty();
        }
        int month = date.length() >= 7 ? Math.max(0, number(date.substring(5, 7))) : 0;
        int day = date.length() >= 10 ? Math.max(0, number(date.substring(8, 10))) : 0;
        return OptionalInt.of((year * 100 + month) * 100 + day);
    }

    private static int number(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : -1;
    }
}
