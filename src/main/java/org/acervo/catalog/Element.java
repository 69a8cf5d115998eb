package org.acervo.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole metadata vocabulary: the fifteen elements of Dublin Core, the refinements that the users need, and what the
 * repository itself must know of a publication. The order is that of the documents it writes.
 */
public enum Element {
    SOURCE_ID("sourceId", null, Form.CODE, 1),
    MISSION("mission", null, Form.CODE, 1),
    COLLECTION("collections", null, Form.CODE, 100),
    TYPE("type", "type", Form.CODE, 1),
    TITLE("title", "title", Form.TEXT, 50),
    ALTERNATIVE("alternative", "alternative", Form.TEXT, 50),
    DESCRIPTION("description", "abstract", Form.TEXT, 50),
    CREATOR("creator", "creator", Form.AGENT, 500),
    CONTRIBUTOR("contributor", "contributor", Form.AGENT, 500),
    PUBLISHER("publisher", "publisher", Form.AGENT, 50),
    THEME("theme", "subject", Form.CODE, 50),
    SUBJECT("subject", "subject", Form.TEXT, 500),
    DATE("date", "issued", Form.CODE, 1),
    LANGUAGE("language", "language", Form.CODE, 50),
    COVERAGE("coverage", "spatial", Form.TEXT, 300),
    TEMPORAL("temporal", "temporal", Form.CODE, 50),
    SERIES("series", "isPartOf", Form.SERIES, 20),
    IDENTIFIER("identifier", "identifier", Form.IDENTIFIER, 100),
    RELATION("relation", "relation", Form.RELATION, 300),
    LINK("link", "hasVersion", Form.LINK, 100),
    RIGHTS("rights", "license", Form.CODE, 1),
    ACCESS("access", "accessRights", Form.CODE, 1),
    EXTENT("extent", "extent", Form.CODE, 20),
    AUDIENCE("audience", "audience", Form.TEXT, 50),
    PROJECT("project", "provenance", Form.PROJECT, 50),
    SOURCE("source", "source", Form.CODE, 50),
    FORMAT("format", "format", Form.CODE, 50),
    BODY("body", null, Form.TEXT, 20),
    FORMER_URL("formerUrl", null, Form.CODE, 50);

    /** Every element, in the order of the documents. */
    public static final List<Element> ALL = List.of(values());

    private static final Map<String, Element> BY_MEMBER = new HashMap<>();

    static {
        for (Element element : ALL) {
            BY_MEMBER.put(element.member, element);
        }
    }

    private final String member;
    private final @Nullable String term;
    private final Form form;
    private final int most;

    Element(String member, @Nullable String term, Form form, int most) {
        this.member = member;
        this.term = term;
        this.form = form;
        this.most = most;
    }

    /** The element of a JSON member's name. */
    public static Optional<Element> ofMember(String member) {
        return Optional.ofNullable(BY_MEMBER.get(member));
    }

    /** The name of the JSON member. */
    public String member() {
        return member;
    }

    /** The name of the term in the dcterms namespace, or null where only the repository uses it. */
    public @Nullable String term() {
        return term;
    }

    public Form form() {
        return form;
    }

    /** How many values a publication may have; one means that the JSON member is no list. */
    public int most() {
        return most;
    }

    /** The longest value, in UTF-16 units. */
    public int longest() {
        return switch (this) {
            case BODY -> 200_000;
            case DESCRIPTION -> 50_000;
            case TITLE, ALTERNATIVE, RELATION, LINK, FORMER_URL, IDENTIFIER, SOURCE -> 2_000;
            case SOURCE_ID -> 200;
            case TYPE, MISSION, COLLECTION, THEME, DATE, LANGUAGE, TEMPORAL, ACCESS -> 100;
            default -> 1_000;
        };
    }

    /** The JSON Pointer (RFC 6901) of the member as a whole. */
    public String pointer() {
        return "/" + member;
    }

    /** The JSON Pointer (RFC 6901) of a value of this element. */
    public String pointer(int index) {
        return most == 1 ? "/" + member : "/" + member + "/" + index;
    }
}
