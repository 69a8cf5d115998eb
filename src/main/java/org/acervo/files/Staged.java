package org.acervo.files;

import java.util.List;
import org.acervo.catalog.Finding;

/**
 * A content that lies in the staging area, safe on the disk. It stays there at least until this is closed, and for as long
 * as a file needs it; so whoever keeps a file with it does so before.
 *
 * @param name of the file, as it is kept
 * @param sha256 in lower-case hexadecimal
 * @param mediaType found by inspection
 * @param findings warnings
 * @param release lets go of it
 */
public record Staged(String name, long size, String sha256, String mediaType, List<Finding> findings, Runnable release)
        implements AutoCloseable {

    public Staged {
        findings = List.copyOf(findings);
    }

    @Override
    public void close() {
        release.run();
    }
}
