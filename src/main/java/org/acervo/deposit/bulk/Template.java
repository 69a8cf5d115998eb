package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.Access;
import org.acervo.catalog.Element;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An empty sheet with headings, help and lists to choose from, in one of the four languages. */
public final class Template {

    /** As far down as lists are offered. */
    private static final int ROWS = 2_000;

    private static final double WIDTH = 24;
    private static final double WIDE = 60;
    private static final String HEADING = "D9E8F5";

    private final Vocabularies vocabularies;
    private final InterfaceLanguage language;
    private final Words words;
    private final List<Column> columns = new ArrayList<>();

    public Template(Vocabularies vocabularies, InterfaceLanguage language) {
        this.vocabularies = vocabularies;
        this.language = language;
        this.words = Words.in(language);
        for (ColumnName name : ColumnName.ALL) {
            if (name.element() == Element.TITLE || name.element() == Element.DESCRIPTION) {
                for (InterfaceLanguage each : languages()) {
                    columns.add(new Column(name, each.tag()));
                }
            } else if (words.has("help." + name.code())) {
                columns.add(new Column(name, null));
            }
        }
    }

    /** All four, that of the reader first. */
    private List<InterfaceLanguage> languages() {
        List<InterfaceLanguage> all = new ArrayList<>(List.of(InterfaceLanguage.values()));
        all.remove(language);
        all.add(0, language);
        return all;
    }

    /** The name of the file, without its extension. */
    public String name() {
        return "acervo-" + words.text("template.name");
    }

    private String heading(Column column) {
        String label = ColumnNames.label(column.name(), language);
        return column.lang() == null ? label : label + " [" + column.lang() + "]";
    }

    /** Writes it in a format. */
    public void write(SheetFormat format, OutputStream out) throws IOException {
        if (format == SheetFormat.CSV) {
            writeCsv(out);
        } else {
            writeXlsx(out);
        }
    }

    /** Writes headings and a row of remarks, with the separator that Excel uses in the language. */
    void writeCsv(OutputStream out) throws IOException {
        char separator = language == InterfaceLanguage.EN ? ',' : ';';
        try (SheetWriter csv = new SheetWriter.Csv(SheetWriter.Csv.dialect(separator), out)) {
            csv.row(1, columns.stream().map(each -> Cell.text(heading(each))).toList());
            List<Cell> remarks = new ArrayList<>();
            for (Column column : columns) {
                String help = words.text("help." + column.name().code());
                remarks.add(Cell.text(remarks.isEmpty() ? "# " + help : help));
            }
            csv.row(2, remarks);
        }
    }

    /** Writes a workbook with the sheet, its help and its lists. */
    void writeXlsx(OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Acervo", "1.0");
        Worksheet sheet = book.newWorksheet(words.text("template.sheet"));
        Worksheet help = book.newWorksheet(words.text("template.help"));
        Worksheet lists = book.newWorksheet(words.text("template.lists"));
        Map<ColumnName, Range> ranges = lists(lists);
        columns(sheet, ranges);
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING)
                .wrapText(true)
                .set();
        sheet.freezePane(0, 1);
        help(help);
        for (Worksheet each : List.of(sheet, help, lists)) {
            each.finish();
        }
        book.finish();
    }

    private void columns(Worksheet sheet, Map<ColumnName, Range> ranges) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.value(0, i, heading(column));
            sheet.width(i, WIDTH);
            // Texts stay what was typed: no dates of Excel's own making, no lost digits
            sheet.style(i).format("@").set();
            Range range = ranges.get(column.name());
            if (range != null) {
                // A list is an offer: several values may stand in one cell
                sheet.range(1, i, ROWS, i)
                        .validateWithList(range)
                        .allowBlank(true)
                        .errorTitle(words.text("template.unlisted"))
                        .error(words.text("template.unlisted.help"))
                        .showErrorMessage(column.name().isSingle());
            }
        }
    }

    private void help(Worksheet help) {
        String[] titles = {"template.column", "template.code", "template.meaning"};
        for (int i = 0; i < titles.length; i++) {
            help.value(0, i, words.text(titles[i]));
            help.width(i, i == 2 ? 2 * WIDE : WIDTH);
        }
        help.range(0, 0, 0, 2).style().bold().fillColor(HEADING).set();
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
    private Map<ColumnName, Range> lists(Worksheet lists) {
        Map<ColumnName, Range> ranges = new LinkedHashMap<>();
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
        return ranges;
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
        languages().forEach(each -> names.add(vocabularies.languages().label(each.tag(), language)));
        for (String tag : Locale.getISOLanguages()) {
            if (List.of("ht", "nl", "qu", "ay", "gn").contains(tag)) {
                names.add(vocabularies.languages().label(tag, language));
            }
        }
        return names;
    }
}
