package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of one sheet that have no stored value, as programs write them that do not calculate. The reader of
 * workbooks does not tell them from formulas whose value is an empty text, which are many in sheets that people prepare; so
 * the sheet is looked through again, once somebody asks. Not thread-safe.
 */
final class BareFormulas {

    private static final String FOLDER = "xl/";
    /** Of Excel. */
    private static final int LAST_ROW = 1 << 20;

    private final Path path;
    private final String sheet;
    private @Nullable BitSet cells;

    /** @param sheet its id among the relations of the workbook, which {@link XlsxCheck} has found harmless */
    BareFormulas(Path path, String sheet) {
        this.path = path;
        this.sheet = sheet;
    }

    /** Whether a cell has such a formula; of cells beyond what spreadsheet programs and readers take nothing is known. */
    boolean has(CellAddress address) {
        BitSet known = cells;
        if (known == null) {
            known = find();
            cells = known;
        }
        return isNear(address) && known.get(number(address));
    }

    /** So that one cell far away takes no memory. */
    private static boolean isNear(CellAddress address) {
        return address.getColumn() < Sheet.MOST_COLUMNS && address.getRow() < LAST_ROW;
    }

    private static int number(CellAddress address) {
        return address.getRow() * Sheet.MOST_COLUMNS + address.getColumn();
    }

    private BitSet find() {
        BitSet found = new BitSet();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            String target = target(zip);
            ZipEntry part = target == null ? null : zip.getEntry(target);
            if (part != null) {
                read(zip, part, xml -> cell(xml, found));
            }
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    /** The part that holds the sheet, or null. */
    private @Nullable String target(ZipFile zip) throws IOException, XMLStreamException {
        String[] target = new String[1];
        ZipEntry relations = zip.getEntry(FOLDER + "_rels/workbook.xml.rels");
        if (relations != null) {
            read(zip, relations, xml -> {
                if (sheet.equals(xml.getAttributeValue(null, "Id"))) {
                    String given = xml.getAttributeValue(null, "Target");
                    target[0] = given.startsWith("/") ? given.substring(1) : FOLDER + given;
                }
            });
        }
        return target[0];
    }

    /** What is done at the beginning of an element. */
    private interface Start {
        void at(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void read(ZipFile zip, ZipEntry part, Start start) throws IOException, XMLStreamException {
        try (InputStream in = ZipCheck.content(zip, part)) {
            XMLStreamReader xml = XlsxCheck.PARSERS.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    start.at(xml);
                }
            }
            xml.close();
        }
    }

    private static void cell(XMLStreamReader xml, BitSet found) throws XMLStreamException {
        if (!xml.getLocalName().equals("c")) {
            return;
        }
        String address = xml.getAttributeValue(null, "r");
        boolean isText = "str".equals(xml.getAttributeValue(null, "t"));
        boolean isFormula = false;
        boolean hasValue = false;
        for (int event = xml.next(); !isEndOfCell(xml, event); event = xml.next()) {
            boolean begins = event == XMLStreamConstants.START_ELEMENT;
            isFormula |= begins && xml.getLocalName().equals("f");
            hasValue |= begins
                    && xml.getLocalName().equals("v")
                    && !xml.getElementText().isEmpty();
        }
        if (address != null && isFormula && !hasValue && !isText) {
            CellAddress at = new CellAddress(address);
            if (isNear(at)) {
                found.set(number(at));
            }
        }
    }

    private static boolean isEndOfCell(XMLStreamReader xml, int event) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c");
    }
}
