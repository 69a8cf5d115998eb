package org.acervo.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** Which names files may have: those that every operating system, address and archive takes. */
public final class FileName {

    /** In bytes of UTF-8; file systems take 255. */
    private static final int LONGEST = 240;

    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileName() {}

    /**
     * A name as it is kept: in Unicode normal form C.
     *
     * @throws Refused with {@link Rule#MALFORMED_FILE_NAME} where it cannot be one
     */
    public static String of(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        if (!isGood(name)) {
            throw new Refused(Finding.of(Rule.MALFORMED_FILE_NAME, "/name", given, "report-2021.pdf"));
        }
        return name;
    }

    private static boolean isGood(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && name.codePoints().allMatch(FileName::isAllowed)
                && !isBlank(name.codePointAt(0))
                && !isBlank(name.codePointBefore(name.length()))
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !isDevice(name);
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> FORBIDDEN.indexOf(c) < 0;
        };
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** What Windows takes for a device, whatever follows the first dot. */
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[1-9]");
    }
}
