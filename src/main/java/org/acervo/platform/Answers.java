package org.acervo.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a command answers, line by line: {@code progress}, {@code refused}, {@code remark} and {@code say} with a text, at last
 * {@code exit} with the status, each with a tab between.
 */
final class Answers implements AutoCloseable {

    /** All was done. */
    static final int DONE = 0;
    /** Some of it was refused or failed. */
    static final int SOME_FAILED = 1;
    /** It was called in a wrong way. */
    static final int WRONG_USAGE = 2;

    private final OutputStream out;

    Answers(OutputStream out) {
        this.out = out;
    }

    /** How far it is; replaces what was shown before. */
    void progress(String text) {
        write("progress", text);
    }

    /** Something that was not done, and why. */
    void refused(String text) {
        write("refused", text);
    }

    /** Something beside the result, which a script that takes the result does not want to see. */
    void remark(String text) {
        write("remark", text);
    }

    /** Something that was done, or the result. */
    void say(String text) {
        write("say", text);
    }

    void exit(int status) {
        write("exit", Integer.toString(status));
    }

    private void write(String kind, String text) {
        try {
            out.write((kind + "\t" + text.replaceAll("\\R", " ") + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
