package org.acervo.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.acervo.format.PublicationJson;

/** Runs imports and remembers what the last one refused. */
final class ImportRun {

    static final Actor IMPORT = new Actor("import", null, true);

    private final TestLibrary library;
    private final Runnable afterReading;
    private final List<String> refused = new ArrayList<>();
    private final List<ImportReport> progress = new ArrayList<>();

    ImportRun(TestLibrary library) {
        this(library, () -> {});
    }

    /** @param afterReading happens when the input has been read and its last block not been kept */
    ImportRun(TestLibrary library, Runnable afterReading) {
        this.library = library;
        this.afterReading = afterReading;
    }

    static String line(DublinCore text) {
        return PublicationJson.toText(text);
    }

    static String withdrawn(DublinCore text, String reason) {
        return line(text).replaceFirst("\\{", "{\"withdrawn\":\"" + reason.replace("\u0003", "\\\\u0003") + "\",");
    }

    ImportReport of(String... lines) {
        return run(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), false);
    }

    ImportReport overwriting(String... lines) {
        return run(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), true);
    }

    ImportReport run(InputStream input, boolean overwrite) {
        refused.clear();
        progress.clear();
        try {
            return library.importer().run(new Watched(input), IMPORT, overwrite, new Listener());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The findings of refused lines: number, rule, pointer. */
    List<String> refused() {
        return refused;
    }

    List<ImportReport> progress() {
        return progress;
    }

    private final class Listener implements ImportReport.Listener {

        @Override
        public void refused(long line, List<Finding> findings) {
            findings.forEach(each -> refused.add((line + " " + each.rule().code() + " " + each.pointer()).strip()));
        }

        @Override
        public void progress(ImportReport soFar) {
            progress.add(soFar);
        }
    }

    /** The first time that the end is read, the first block has been prepared. */
    private final class Watched extends InputStream {
        private final InputStream input;
        private int ends;

        Watched(InputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int n = input.read(target, from, length);
            if (n < 0 && ++ends == 3) {
                afterReading.run();
            }
            return n;
        }
    }
}
