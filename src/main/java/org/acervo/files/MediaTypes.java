package org.acervo.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Finds out what is in a file from its first bytes and its name, and says what is taken. Thread-safe. */
public final class MediaTypes {

    /** How many of the first bytes are looked at; the magic of ISO images lies deepest, at 32 769. */
    static final int HEAD = 65_536;

    private static final MediaType UNKNOWN = MediaType.OCTET_STREAM;

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes(MediaTypes.class.getClassLoader());
    private final Set<String> allowed;

    /** @param allowed types that are taken, with spaces between; {@code image/*} stands for all of a kind */
    public MediaTypes(String allowed) {
        this.allowed = new TreeSet<>(Arrays.asList(allowed.strip().split("\\s+")));
    }

    /** What inspection found, and what it makes a person wonder about. */
    record Found(String type, List<Finding> warnings) {}

    /**
     * Inspects a file.
     *
     * @param head its first bytes, {@link #HEAD} of them where there are so many
     * @throws Refused with {@link Rule#MEDIA_TYPE_NOT_ALLOWED} where such files are not taken
     */
    Found inspect(String name, byte[] head) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        MediaType found = detect(head, metadata).getBaseType();
        String type = found.toString();
        if (!isAllowed(type)) {
            throw new Refused(Finding.of(
                    Rule.MEDIA_TYPE_NOT_ALLOWED,
                    "",
                    type,
                    allowed.stream().map(this::inWords).distinct().sorted().toList()));
        }
        MediaType named = detect(null, metadata).getBaseType();
        boolean doubtful =
                !named.equals(found) && !named.equals(UNKNOWN) && !isKindOf(named, detect(head, new Metadata()));
        return new Found(
                type, doubtful ? List.of(Finding.of(Rule.NAME_UNLIKE_CONTENT, "/name", name, type)) : List.of());
    }

    private boolean isAllowed(String type) {
        return allowed.contains(type) || allowed.contains(type.substring(0, type.indexOf('/')) + "/*");
    }

    /** A media type as people know it: by the ending of the names of such files. */
    private String inWords(String type) {
        try {
            String ending = type.endsWith("/*") ? "" : known.forName(type).getExtension();
            return ending.isEmpty() ? type : ending;
        } catch (MimeTypeException malformed) {
            return type;
        }
    }

    private boolean isKindOf(MediaType type, MediaType wider) {
        return known.getMediaTypeRegistry().isInstanceOf(type, wider.getBaseType())
                || known.getMediaTypeRegistry().isInstanceOf(wider.getBaseType(), type);
    }

    private MediaType detect(byte @Nullable [] head, Metadata metadata) {
        try {
            return known.detect(head == null ? null : new ByteArrayInputStream(head), metadata);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
