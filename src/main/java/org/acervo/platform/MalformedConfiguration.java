package org.acervo.platform;

import java.util.List;

/** The operator's files cannot be used; it carries everything that is wrong with them, so that one start is enough. */
public final class MalformedConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    MalformedConfiguration(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem: the file, the entry, what is wrong and what was expected. */
    public List<String> problems() {
        return problems;
    }
}
