package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.Reader;

/**
 * Looks for a quotation mark that swallows rows: a cell that begins with one, goes on over line breaks, and then either never
 * ends or ends where no cell can end. Not thread-safe.
 */
final class OpenQuote {

    private static final char QUOTE = '"';
    private static final int NONE = -1;

    /** Where within a row the next character stands. */
    private enum State {
        BEFORE_CELL,
        IN_CELL,
        IN_QUOTES,
        AFTER_QUOTE
    }

    private final char separator;
    private State state = State.BEFORE_CELL;
    private int line = 1;
    private int opened;

    private OpenQuote(char separator) {
        this.separator = separator;
    }

    /** The number of the line in which such a cell begins, or -1 where there is none. */
    static int line(Reader text, char separator) throws IOException {
        OpenQuote quote = new OpenQuote(separator);
        char[] some = new char[1 << 16];
        for (int read = text.read(some); read >= 0; read = text.read(some)) {
            for (int i = 0; i < read; i++) {
                if (quote.isMisplaced(some[i])) {
                    return quote.opened;
                }
            }
        }
        return quote.state == State.IN_QUOTES ? quote.opened : NONE;
    }

    /** Takes the next character; true where it cannot stand behind a cell of several lines. */
    private boolean isMisplaced(char next) {
        boolean endsCell = next == separator || next == '\n' || next == '\r';
        boolean misplaced = state == State.AFTER_QUOTE && !endsCell && next != QUOTE && line > opened;
        state = next(next, endsCell);
        line += next == '\n' ? 1 : 0;
        return misplaced;
    }

    private State next(char next, boolean endsCell) {
        return switch (state) {
            case IN_QUOTES -> next == QUOTE ? State.AFTER_QUOTE : State.IN_QUOTES;
            case AFTER_QUOTE -> next == QUOTE ? State.IN_QUOTES : endsCell ? State.BEFORE_CELL : State.IN_CELL;
            case IN_CELL -> endsCell ? State.BEFORE_CELL : State.IN_CELL;
            case BEFORE_CELL -> {
                if (next == QUOTE) {
                    opened = line;
                    yield State.IN_QUOTES;
                }
                yield endsCell ? State.BEFORE_CELL : State.IN_CELL;
            }
        };
    }
}
