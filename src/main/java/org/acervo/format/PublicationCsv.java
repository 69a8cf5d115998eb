package org.acervo.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A publication as one row of a table: a column for its id, its version, its state and each member of its JSON. A cell
 * holds the values of a member, each on a line of its own:
 *
 * <ul>
 *   <li>{@code es: Línea de base}, a text in a language;
 *   <li>{@code Línea de base}, a text or code with neither language nor anything else said of it;
 *   <li><code>{"value":"IOM Mexico","kind":"organization"}</code>, as in the JSON, whatever else there is: qualifiers, line
 *       breaks, white space at the ends, texts that look like one of these.
 * </ul>
 *
 * An apostrophe at the beginning of a cell is none of its content: it keeps spreadsheet programs from taking the rest for a
 * formula. What is written comes back equal, value by value.
 */
public final class PublicationCsv {

    public static final String ID = "id";
    public static final String VERSION = "version";
    public static final String STATE = "state";

    /** All columns in their order. */
    public static final List<String> COLUMNS = columns();

    private static final String FORMULA = "=+-@\t\r'\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*): (.*)");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern SIMPLE = Pattern.compile("[^{\\p{Cntrl}][^\\p{Cntrl}\\u2028\\u2029\\u0085]*");

    private PublicationCsv() {}

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(ID, VERSION, STATE));
        Element.ALL.forEach(each -> columns.add(each.member()));
        return List.copyOf(columns);
    }

    /** The row of a publication with the text that is worked on. */
    public static List<String> row(Publication publication) {
        List<String> row = new ArrayList<>(List.of(
                publication.id().toString(),
                Integer.toString(publication.version()),
                publication.workingState().code()));
        Element.ALL.forEach(each -> row.add(cell(publication.working().all(each))));
        return row;
    }

    private static String cell(List<Statement> statements) {
        List<String> lines = statements.stream().map(PublicationCsv::line).toList();
        String cell = String.join("\n", lines);
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String line(Statement statement) {
        String lang = statement.lang();
        String plain = lang == null ? statement.value() : lang + ": " + statement.value();
        boolean simple = statement.qualifiers().isEmpty()
                && !statement.element().form().objectOnly()
                && SIMPLE.matcher(plain).matches()
                && statement.equals(simple(statement.element(), plain.strip()));
        return simple ? plain : PublicationWriter.toText(statement);
    }

    private static Statement simple(Element element, String line) {
        Matcher tagged = LANGUAGE.matcher(line);
        return element.form().hasLanguage() && tagged.matches()
                ? Statement.of(element, tagged.group(2), tagged.group(1))
                : Statement.of(element, line);
    }

    /**
     * What the cells of a row make of a text.
     *
     * @param cells by column; a member whose column is not among them stays as it is, one whose cell is empty goes
     */
    public static PublicationJson.Reading read(Map<String, String> cells, DublinCore current) {
        List<Statement> statements = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Element element : Element.ALL) {
            String cell = cells.get(element.member());
            if (cell == null) {
                statements.addAll(current.all(element));
            } else {
                read(element, cell, statements, findings);
            }
        }
        return new PublicationJson.Reading(new DublinCore(statements), null, findings);
    }

    private static void read(Element element, String cell, List<Statement> statements, List<Finding> findings) {
        String content = cell.startsWith("'") ? cell.substring(1) : cell;
        int index = 0;
        for (String line : LINE_END.split(content, -1)) {
            if (line.startsWith("{")) {
                String pointer = element.pointer(index);
                PublicationJson.Reading one = PublicationJson.read(
                        element.most() == 1
                                ? "{\"" + element.member() + "\":" + line + "}"
                                : "{\"" + element.member() + "\":[" + line + "]}");
                statements.addAll(one.metadata().all(element));
                one.findings().forEach(each -> findings.add(each.at(moved(each.pointer(), element, pointer))));
                index++;
            } else if (!line.isBlank()) {
                statements.add(simple(element, line.strip()));
                index++;
            }
        }
    }

    /** A place within one value, in the list of all. */
    private static String moved(String found, Element element, String pointer) {
        String alone = element.pointer(0);
        return found.startsWith(alone) ? pointer + found.substring(alone.length()) : pointer;
    }

    /** The column of a heading, whatever its white space and capitals. */
    public static Optional<String> column(@Nullable String heading) {
        String wanted = heading == null ? "" : heading.strip();
        return COLUMNS.stream().filter(each -> each.equalsIgnoreCase(wanted)).findFirst();
    }
}
