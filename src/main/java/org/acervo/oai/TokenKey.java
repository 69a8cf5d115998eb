package org.acervo.oai;

/**
 * The secret that resumption tokens are signed with; one for all nodes, kept as long as the repository.
 *
 * @param bytes at least 32 random bytes
 */
public record TokenKey(byte[] bytes) {

    private static final int LEAST = 32;

    public TokenKey {
        if (bytes.length < LEAST) {
            throw new IllegalArgumentException("A token key has at least " + LEAST + " bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "TokenKey";
    }
}
