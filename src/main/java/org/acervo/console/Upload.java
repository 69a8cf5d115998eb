package org.acervo.console;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A form with files ({@code multipart/form-data}, RFC 7578), read as it comes in: first the fields, which a form must have
 * before its files, then one file after the other. Nothing of a file is held but what is being read. For one request.
 *
 * <p>What is malformed or breaks off throws {@link Refused} with {@link Rule#INCOMPLETE_UPLOAD}, also while a file is read; too
 * many or too large fields throw it with {@link Rule#TOO_LARGE}.
 */
public final class Upload {

    private static final int LONGEST_FIELD = 1 << 16;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_BOUNDARY = 70;
    private static final Pattern PARAMETER = Pattern.compile("(?i)[;\\s](name|filename)=(?:\"([^\"]*)\"|([^;\\s]*))");

    private final PartStream parts;
    private final Fields fields;
    private @Nullable File first;

    /**
     * A file of the form.
     *
     * @param field the name of its field
     * @param name as the browser says, without any folder; never empty
     * @param content to be read before the next file is asked for
     */
    public record File(String field, String name, InputStream content) {}

    private Upload(PartStream parts) throws IOException {
        this.parts = parts;
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        Part part = part();
        while (part != null && part.fileName() == null) {
            if (++count > MOST_FIELDS) {
                throw tooLarge();
            }
            values.computeIfAbsent(part.name(), each -> new ArrayList<>()).add(text());
            part = part();
        }
        fields = new Fields(values);
        first = part == null ? null : file(part);
    }

    /** What a request brings whose type is {@code multipart/form-data}; its fields are read already. */
    static Upload of(MediaType type, InputStream body) throws IOException {
        String boundary = type.getParameters().getOrDefault("boundary", "");
        PartStream parts = new PartStream(body, boundary);
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw parts.malformed();
        }
        return new Upload(parts);
    }

    /** The fields that stand before the first file. */
    Fields fields() {
        return fields;
    }

    /** The next file that was chosen; what is left of the one before it is passed over. */
    public Optional<File> next() throws IOException {
        File next = first;
        first = null;
        while (next == null || next.name().isEmpty()) {
            Part part = part();
            if (part == null) {
                return Optional.empty();
            }
            next = part.fileName() == null ? null : file(part);
        }
        return Optional.of(next);
    }

    private record Part(String name, @Nullable String fileName) {}

    private File file(Part part) {
        String name = part.fileName() == null ? "" : part.fileName();
        return new File(
                part.name(), name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), parts);
    }

    private @Nullable Part part() throws IOException {
        if (!parts.toNextPart()) {
            return null;
        }
        String name = null;
        String fileName = null;
        for (String line = parts.headerLine(); !line.isEmpty(); line = parts.headerLine()) {
            if (line.regionMatches(true, 0, "content-disposition:", 0, 20)) {
                Matcher parameter = PARAMETER.matcher(line);
                while (parameter.find()) {
                    String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                    if (parameter.group(1).equalsIgnoreCase("name")) {
                        name = unescaped(value);
                    } else {
                        fileName = unescaped(value);
                    }
                }
            }
        }
        if (name == null) {
            throw parts.malformed();
        }
        return new Part(name, fileName);
    }

    /** As browsers escape names (HTML, section 4.10.21.8). */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private String text() throws IOException {
        byte[] bytes = parts.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw tooLarge();
        }
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static Refused tooLarge() {
        return new Refused(Finding.of(Rule.TOO_LARGE, "", null, Integer.toString(LONGEST_FIELD)));
    }
}
