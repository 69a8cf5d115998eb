package org.acervo.format;

import org.acervo.vocabulary.PublicationType;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of a MARC 21 record say of the kind of material: leader position 06, field 008 positions 18 to 34
 * (always an online resource; a fill character where no attempt is made to code) and the RDA content type of field 336.
 */
enum MarcMaterial {
    TEXT('a', Layout.BOOKS, "text", "txt"),
    MAP('e', Layout.MAPS, "cartographic image", "cri"),
    STILL_IMAGE('k', Layout.VISUAL, "still image", "sti"),
    MOVING_IMAGE('g', Layout.VISUAL, "two-dimensional moving image", "tdi"),
    SOUND('i', Layout.MUSIC, "sounds", "snd"),
    DATASET('m', Layout.COMPUTER_FILES, "computer dataset", "cod"),
    SOFTWARE('m', Layout.COMPUTER_FILES, "computer program", "cop"),
    OTHER('a', Layout.BOOKS, "other", "xxx");

    private final char kind;
    private final String layout;
    private final String content;
    private final String contentCode;

    MarcMaterial(char kind, String layout, String content, String contentCode) {
        this.kind = kind;
        this.layout = layout;
        this.content = content;
        this.contentCode = contentCode;
    }

    static MarcMaterial of(@Nullable PublicationType type) {
        if (type == null) {
            return TEXT;
        }
        if (type.isMap()) {
            return MAP;
        }
        return switch (type.dcmi()) {
            case "Text" -> TEXT;
            case "StillImage", "Image" -> STILL_IMAGE;
            case "MovingImage" -> MOVING_IMAGE;
            case "Sound" -> SOUND;
            case "Dataset" -> DATASET;
            case "Software", "InteractiveResource" -> SOFTWARE;
            default -> OTHER;
        };
    }

    /** A new monograph in Unicode, at the abbreviated level, not punctuated after ISBD. Lengths are left to who needs them. */
    String leader() {
        return "     n" + kind + "m a22     3  4500";
    }

    /** Field 008, positions 18 to 34. */
    String layout() {
        return layout;
    }

    /** The term of the RDA content type. */
    String content() {
        return content;
    }

    String contentCode() {
        return contentCode;
    }

    private static final class Layout {
        static final String BOOKS = "|||||o|||||||| ||";
        static final String MAPS = "|||||| |  |o | ||";
        static final String MUSIC = "|||||o|||||||| | ";
        static final String VISUAL = "||| |     |o   ||";
        static final String COMPUTER_FILES = "    |o  | |      ";
    }
}
