package org.acervo.files;

import org.acervo.catalog.PublicationId;
import org.acervo.vocabulary.Labels;

/**
 * The picture of a publication, without its bytes. Immutable.
 *
 * @param source the SHA-256 of the content that it was made of, in lower-case hexadecimal
 * @param isChosen whether a person chose it; otherwise it is the first page of a document
 * @param digest of both sizes; empty where no picture could be made
 * @param large the larger size, without bytes
 * @param small the smaller size, without bytes
 * @param alt what a chosen picture shows, in words; empty texts where nobody said
 * @param credit whose it is; may be empty
 */
public record Cover(
        PublicationId publication,
        String source,
        boolean isChosen,
        String digest,
        Picture large,
        Picture small,
        Labels alt,
        String credit) {

    /** Hexadecimal digits, enough for an address. */
    private static final int DIGEST = 24;

    /** The sizes of a picture. */
    public enum Size {
        LARGE,
        SMALL
    }

    /**
     * A picture as JPEG.
     *
     * @param width in pixels
     * @param height in pixels
     * @param bytes of which an array is never changed; none where only the size is told
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(int width, int height, byte[] bytes) {
        static final Picture NONE = new Picture(0, 0, new byte[0]);
    }

    /** Whether there is a picture at all. */
    public boolean exists() {
        return !digest.isEmpty();
    }

    /** One of which no picture could be made. */
    static Cover none(PublicationId publication, String source) {
        return new Cover(publication, source, false, "", Picture.NONE, Picture.NONE, Labels.same(""), "");
    }

    /** @param sizes the larger and the smaller, with their bytes */
    static Cover drawn(
            PublicationId publication, String source, boolean chosen, Picture[] sizes, Labels alt, String credit) {
        String digest = OfferedPicture.sha256(sizes[0].bytes()).substring(0, DIGEST);
        return new Cover(publication, source, chosen, digest, sizes[0], sizes[1], alt, credit);
    }
}
