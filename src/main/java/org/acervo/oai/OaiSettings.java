package org.acervo.oai;

/**
 * What an operator decides about the provider.
 *
 * @param pageSize how many entries an answer has at most, from 1 to 1000
 * @param setTombstones whether a record that leaves a set is shown as deleted in it
 */
public record OaiSettings(int pageSize, boolean setTombstones) {

    private static final int MOST = 1000;

    public OaiSettings {
        if (pageSize < 1 || pageSize > MOST) {
            throw new IllegalArgumentException("A page has from 1 to " + MOST + " records, not " + pageSize);
        }
    }
}
