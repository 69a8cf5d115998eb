package org.acervo.catalog;

import java.util.List;

/** A change that the rules do not allow; it carries every finding, and nothing of the change is kept. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public Refused(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    public Refused(Finding finding) {
        this(List.of(finding));
    }

    public List<Finding> findings() {
        return findings;
    }
}
