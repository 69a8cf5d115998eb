package org.acervo.launcher;

import java.util.List;

/**
 * The end of a command for a reason that the person at the terminal can do something about: it is told in one line a
 * reason, without a stack trace.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** The exit status of a command that failed. */
    static final int FAILED = 1;

    /** The exit status of a command that was typed wrongly. */
    static final int WRONG_USAGE = 2;

    private final int status;

    private Refusal(int status, List<String> reasons) {
        super(String.join(System.lineSeparator(), reasons));
        this.status = status;
    }

    /** Something failed, or what is asked for cannot be had now. */
    static Refusal failed(String reason) {
        return new Refusal(FAILED, List.of(reason));
    }

    /** As {@link #failed(String)}, with the exception that told of it as the cause. */
    static Refusal failed(String reason, Throwable cause) {
        Refusal refusal = failed(reason);
        refusal.initCause(cause);
        return refusal;
    }

    /** Several reasons at once, one line each. */
    static Refusal failed(List<String> reasons) {
        return new Refusal(FAILED, reasons);
    }

    /** The command line makes no sense. */
    static Refusal wrongUsage(String reason) {
        return new Refusal(WRONG_USAGE, List.of(reason, "acervo --help shows the commands"));
    }

    /** What the process exits with. */
    int status() {
        return status;
    }
}
