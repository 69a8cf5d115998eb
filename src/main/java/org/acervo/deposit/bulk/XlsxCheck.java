package org.acervo.deposit.bulk;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook before it is given to its parser, which believes what it reads: a cell's address may name a
 * column that needs all memory, a number may have a million digits, a document type may declare entities.
 */
final class XlsxCheck {

    private static final ZipCheck ZIP = new ZipCheck(1_000, 400L * 1024 * 1024, 200);
    private static final int LONGEST_NUMBER = 40;
    private static final long MOST_SHARED = 128L * 1024 * 1024;
    /** They know no document types. */
    static final XMLInputFactory PARSERS = parsers();

    private XlsxCheck() {}

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Whether an archive is a workbook.
     *
     * @throws Refused where it is broken or hostile
     */
    static boolean isWorkbook(ZipFile zip) {
        return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
    }

    /** @throws Refused where the file is no workbook, or one that would do harm */
    static void check(Path path) throws IOException {
        try (ZipFile zip = ZIP.open(path)) {
            if (!isWorkbook(zip)) {
                throw malformed("xlsx");
            }
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                boolean isShared = entry.getName().equals("xl/sharedStrings.xml");
                if (isShared && entry.getSize() > MOST_SHARED) {
                    throw tooLarge(Long.toString(MOST_SHARED));
                }
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    checkPart(zip, entry);
                }
            }
        }
    }

    private static void checkPart(ZipFile zip, ZipEntry entry) throws IOException {
        boolean isSheet = entry.getName().startsWith("xl/worksheets/");
        try (InputStream in = ZipCheck.content(zip, entry)) {
            XMLStreamReader xml = PARSERS.createXMLStreamReader(in);
            Look look = new Look(xml);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw malformed("DOCTYPE");
                }
                if (isSheet) {
                    look.at(event);
                }
            }
            xml.close();
        } catch (Refused refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException broken) { // the parser throws whatever it likes
            throw broken.getCause() instanceof Refused refused ? refused : malformed(entry.getName());
        }
    }

    private static Refused malformed(String what) {
        return new Refused(Finding.of(Rule.NOT_A_SHEET, "", null, what));
    }

    private static Refused tooLarge(String limit) {
        return new Refused(Finding.of(Rule.TOO_LARGE, "", null, limit));
    }

    /** Sees the rows and cells of one sheet. */
    private static final class Look {

        private final XMLStreamReader xml;
        private boolean isNumber;
        private boolean inValue;
        private int length;
        private int cells;

        Look(XMLStreamReader xml) {
            this.xml = xml;
        }

        void at(int event) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        number(xml.getAttributeValue(null, "r"));
                        cells = 0;
                    }
                    case "c" -> cell();
                    case "v" -> {
                        inValue = true;
                        length = 0;
                    }
                    default -> {
                        // Formats, widths and the like
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && inValue) {
                inValue = false;
            } else if (event == XMLStreamConstants.CHARACTERS && inValue && isNumber) {
                length += xml.getTextLength();
                if (length > LONGEST_NUMBER) {
                    throw malformed("number");
                }
            }
        }

        private void cell() {
            String type = xml.getAttributeValue(null, "t");
            isNumber = type == null || type.equals("n") || type.equals("s");
            String address = xml.getAttributeValue(null, "r");
            int column = address == null ? cells : column(address);
            cells = column + 1;
            if (column >= 16_384) {
                throw malformed(address == null ? "columns" : cut(address));
            }
        }

        private static int column(String address) {
            int column = 0;
            int i = 0;
            for (; i < address.length() && Character.isLetter(address.charAt(i)) && i < 4; i++) {
                column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            }
            number(address.substring(i));
            return i == 4 || i == 0 ? Integer.MAX_VALUE : column - 1;
        }

        private static void number(@Nullable String row) {
            if (row != null && !row.matches("[0-9]{1,7}")) {
                throw malformed(cut(row));
            }
        }

        private static String cut(String text) {
            return text.length() > 20 ? text.substring(0, 20) : text;
        }
    }
}
