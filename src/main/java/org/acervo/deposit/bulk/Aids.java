package org.acervo.deposit.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.Access;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The help and the lists to choose from that stand behind the sheet of publications in its workbook, in one of the four
 * languages. They are kept in memory until they are finished, so that the sheet before them can be written row by row.
 */
final class Aids {

    /** As far down as lists are offered at least. */
    private static final int ROWS = 2_000;

    private static final double WIDTH = 24;
    private static final double WIDE = 60;

    private final Vocabularies vocabularies;
    private final InterfaceLanguage language;
    private final Words words;
    private final Worksheet help;
    private final Worksheet lists;
    private final Map<ColumnName, Range> ranges = new LinkedHashMap<>();

    /** @param book in which the sheet of publications is already */
    Aids(Workbook book, Vocabularies vocabularies, InterfaceLanguage language) {
        this.vocabularies = vocabularies;
        this.language = language;
        this.words = Words.in(language);
        this.help = book.newWorksheet(words.text("template.help"));
        this.lists = book.newWorksheet(words.text("template.lists"));
        help();
        lists();
    }

    /** All four languages, that of the reader first. */
    static List<InterfaceLanguage> languages(InterfaceLanguage first) {
        List<InterfaceLanguage> all = new ArrayList<>(List.of(InterfaceLanguage.values()));
        all.remove(first);
        all.add(0, first);
        return all;
    }

    /**
     * Offers the list of a column, where there is one, in the rows below its heading.
     *
     * @param place of the column, from 0
     * @param heading the row of the headings, from 1
     * @param last the last row in use, from 1
     */
    void offer(Worksheet sheet, int place, ColumnName name, int heading, int last) {
        Range range = ranges.get(name);
        if (range != null) {
            // A list is an offer: several values may stand in one cell
            sheet.range(heading, place, Math.max(heading + ROWS, last) - 1, place)
                    .validateWithList(range)
                    .allowBlank(true)
                    .errorTitle(words.text("template.unlisted"))
                    .error(words.text("template.unlisted.help"))
                    .showErrorMessage(name.isSingle());
        }
    }

    /** Writes both, after the sheet before them is written. */
    void finish() throws IOException {
        help.finish();
        lists.finish();
    }

    private void help() {
        String[] titles = {"template.column", "template.code", "template.meaning"};
        for (int i = 0; i < titles.length; i++) {
            help.value(0, i, words.text(titles[i]));
            help.width(i, i == 2 ? 2 * WIDE : WIDTH);
        }
        help.range(0, 0, 0, 2).style().bold().fillColor(Template.HEADING).set();
        int row = 1;
        for (ColumnName name : ColumnName.ALL) {
            help.value(row, 0, ColumnNames.label(name, language));
            help.value(row, 1, name.code());
            if (words.has("help." + name.code())) {
                help.value(row, 2, words.text("help." + name.code()));
            }
            row++;
        }
    }

    /** Writes what may be chosen, a column for each list. */
    private void lists() {
        int column = 0;
        for (ColumnName name : ColumnName.ALL) {
            List<String> choices = choices(name);
            if (choices != null) {
                lists.value(0, column, ColumnNames.label(name, language));
                lists.width(column, WIDE);
                for (int i = 0; i < choices.size(); i++) {
                    lists.value(i + 1, column, choices.get(i));
                }
                ranges.put(name, lists.range(1, column, choices.size(), column));
                column++;
            }
        }
    }

    private @Nullable List<String> choices(ColumnName name) {
        if (name.equals(ColumnName.ACTION)) {
            return Action.CODES.stream()
                    .map(code -> words.first("action." + code))
                    .toList();
        }
        if (name.element() == null || name.fixed() != null) {
            return name.equals(ColumnName.FILE_LANGUAGE) ? languageNames() : null;
        }
        return switch (name.element()) {
            case MISSION -> labels(vocabularies.missions().all());
            case THEME -> labels(vocabularies.themes().all());
            case TYPE -> labels(vocabularies.types().all());
            case LANGUAGE -> languageNames();
            case ACCESS ->
                Access.codes().stream()
                        .map(code -> words.first("access." + code))
                        .toList();
            case RIGHTS -> vocabularies.licences().stream().map(this::label).toList();
            default -> null;
        };
    }

    private String label(Licence licence) {
        return licence.labels().in(language);
    }

    private List<String> labels(List<? extends Term> terms) {
        return terms.stream().map(each -> each.labels().in(language)).toList();
    }

    /** The interface languages first, then those that the missions of the region also write in. */
    private List<String> languageNames() {
        List<String> names = new ArrayList<>();
        languages(language).forEach(each -> names.add(vocabularies.languages().label(each.tag(), language)));
        for (String tag : Locale.getISOLanguages()) {
            if (List.of("ht", "nl", "qu", "ay", "gn").contains(tag)) {
                names.add(vocabularies.languages().label(tag, language));
            }
        }
        return names;
    }
}
