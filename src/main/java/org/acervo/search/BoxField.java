package org.acervo.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that can be named in the box; each has the names of the four languages. */
enum BoxField {
    TITLE(Fields.TITLE, null, "title", "titulo", "titre"),
    AUTHOR(Fields.AUTHOR, null, "author", "autor", "auteur", "creator"),
    PUBLISHER(Fields.PUBLISHER, null, "publisher", "editor", "editorial", "editeur", "editora"),
    SUBJECT(Fields.SUBJECT, null, "subject", "materia", "tema", "sujet", "assunto"),
    SERIES(Fields.SERIES, null, "series", "serie"),
    TEXT(Fields.TEXT, null, "text", "texto", "texte"),
    FILE(Fields.FILE, null, "filetext", "fulltext"),
    IDENTIFIER(Fields.IDENTIFIER, null, "identifier", "identificador", "identifiant", "isbn", "doi", "issn"),
    ID(Fields.ID, null, "id"),
    YEAR(Fields.YEAR, null, "year", "ano", "annee", "date", "fecha", "data"),
    STATE(null, Facet.STATE, "state", "estado", "etat"),
    MISSION(null, Facet.MISSION, "mission", "mision", "missao"),
    THEME(null, Facet.THEME, "theme", "area"),
    LANGUAGE(null, Facet.LANGUAGE, "language", "idioma", "lengua", "langue", "lingua"),
    TYPE(null, Facet.TYPE, "type", "tipo"),
    COUNTRY(null, Facet.COUNTRY, "country", "pais", "pays"),
    COLLECTION(null, Facet.COLLECTION, "collection", "coleccion", "colecao"),
    KIND(null, Facet.PUBLISHER_KIND, "kind"),
    HAS_FILE(null, Facet.HAS_FILE, "file", "archivo", "fichier", "arquivo");

    /** The English names, in the order in which they are told. */
    static final List<String> NAMES =
            List.of(values()).stream().map(each -> each.names.get(0)).toList();

    private static final Map<String, BoxField> BY_NAME = new HashMap<>();

    static {
        for (BoxField each : values()) {
            each.names.forEach(name -> BY_NAME.put(name, each));
        }
    }

    private final @Nullable String field;
    private final @Nullable Facet facet;
    private final List<String> names;

    BoxField(@Nullable String field, @Nullable Facet facet, String... names) {
        this.field = field;
        this.facet = facet;
        this.names = List.of(names);
    }

    /** The field of a name, whatever its capitals and accents. */
    static Optional<BoxField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(new Words().fold(name)));
    }

    /** The field of the index, or null where it is a facet. */
    @Nullable
    String field() {
        return field;
    }

    /** The facet, or null where it is a field of the index. */
    @Nullable
    Facet facet() {
        return facet;
    }
}
