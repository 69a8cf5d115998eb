package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Element;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty sheet with headings, help and lists to choose from, in one of the four languages. */
public final class Template {

    private static final double WIDTH = 24;
    /** The colour behind headings. */
    static final String HEADING = "D9E8F5";

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
                for (InterfaceLanguage each : Aids.languages(language)) {
                    columns.add(new Column(name, each.tag()));
                }
            } else if (words.has("help." + name.code())) {
                columns.add(new Column(name, null));
            }
        }
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
        Aids aids = new Aids(book, vocabularies, language);
        columns(sheet, aids);
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING)
                .wrapText(true)
                .set();
        sheet.freezePane(0, 1);
        sheet.finish();
        aids.finish();
        book.finish();
    }

    private void columns(Worksheet sheet, Aids aids) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.value(0, i, heading(column));
            sheet.width(i, WIDTH);
            // Texts stay what was typed: no dates of Excel's own making, no lost digits
            sheet.style(i).format("@").set();
            aids.offer(sheet, i, column.name(), 1, 1);
        }
    }
}
