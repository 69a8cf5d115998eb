package org.acervo.oai;

import org.acervo.catalog.SetSpec.Family;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** What is said of families of sets and of their members in the four languages. */
final class SetTexts {

    /** Said of every set where a record that leaves it is shown as deleted in it. */
    static final Labels TOMBSTONES = new Labels(
            "A record that leaves this set is listed in it as deleted, even where it lives on in the repository.",
            "Un registro que sale de este conjunto figura en él como eliminado, aunque siga existiendo en el repositorio.",
            "Une notice qui quitte cet ensemble y figure comme supprimée, même si elle demeure dans le dépôt.",
            "Um registro que sai deste conjunto consta nele como excluído, mesmo que continue no repositório.");

    private SetTexts() {}

    /** What something is, a colon as the language sets it, and its name. */
    static String joined(Labels what, Labels name, InterfaceLanguage language) {
        return what.in(language) + (language == InterfaceLanguage.FR ? "\u00A0: " : ": ") + name.in(language);
    }

    /** What a member of the family is. */
    static Labels singular(Family family) {
        return switch (family) {
            case MISSION -> new Labels("Mission", "Misión", "Mission", "Missão");
            case THEME -> new Labels("Thematic area", "Área temática", "Domaine thématique", "Área temática");
            case TYPE -> new Labels("Type", "Tipo", "Type", "Tipo");
            case LANGUAGE -> new Labels("Language", "Idioma", "Langue", "Idioma");
            case COUNTRY -> new Labels("Country", "País", "Pays", "País");
            case COLLECTION -> new Labels("Collection", "Colección", "Collection", "Coleção");
            case OPENAIRE -> Labels.same("OpenAIRE");
        };
    }

    /** The name of the family. */
    static Labels plural(Family family) {
        return switch (family) {
            case MISSION -> new Labels("Missions", "Misiones", "Missions", "Missões");
            case THEME -> new Labels("Thematic areas", "Áreas temáticas", "Domaines thématiques", "Áreas temáticas");
            case TYPE -> new Labels("Types", "Tipos", "Types", "Tipos");
            case LANGUAGE -> new Labels("Languages", "Idiomas", "Langues", "Idiomas");
            case COUNTRY -> new Labels("Countries", "Países", "Pays", "Países");
            case COLLECTION -> new Labels("Collections", "Colecciones", "Collections", "Coleções");
            case OPENAIRE -> Labels.same("OpenAIRE");
        };
    }

    /** What is in the family's own set. */
    static Labels everything(Family family) {
        return switch (family) {
            case MISSION ->
                new Labels(
                        "The publications of all missions",
                        "Las publicaciones de todas las misiones",
                        "Les publications de toutes les missions",
                        "As publicações de todas as missões");
            case THEME ->
                new Labels(
                        "The publications that have a thematic area",
                        "Las publicaciones que tienen un área temática",
                        "Les publications qui ont un domaine thématique",
                        "As publicações que têm uma área temática");
            case TYPE ->
                new Labels(
                        "The publications that have a type",
                        "Las publicaciones que tienen un tipo",
                        "Les publications qui ont un type",
                        "As publicações que têm um tipo");
            case LANGUAGE ->
                new Labels(
                        "The publications whose language is stated",
                        "Las publicaciones cuyo idioma se indica",
                        "Les publications dont la langue est indiquée",
                        "As publicações cujo idioma é indicado");
            case COUNTRY ->
                new Labels(
                        "The publications about a country",
                        "Las publicaciones sobre un país",
                        "Les publications sur un pays",
                        "As publicações sobre um país");
            case COLLECTION ->
                new Labels(
                        "The publications in a collection",
                        "Las publicaciones de una colección",
                        "Les publications d’une collection",
                        "As publicações de uma coleção");
            case OPENAIRE ->
                new Labels(
                        "The documents that can be read here or where a link leads; no news and no campaign material",
                        "Los documentos que pueden leerse aquí o donde lleva un enlace; sin noticias ni material de campaña",
                        "Les documents lisibles ici ou là où mène un lien ; ni actualités ni matériel de campagne",
                        "Os documentos que podem ser lidos aqui ou onde leva um link; sem notícias nem material de campanha");
        };
    }

    /** What is in the set of a member, to be followed by a colon and its name. */
    static Labels member(Family family) {
        return switch (family) {
            case MISSION ->
                new Labels(
                        "Publications of this mission",
                        "Publicaciones de esta misión",
                        "Publications de cette mission",
                        "Publicações desta missão");
            case THEME ->
                new Labels(
                        "Publications in this thematic area",
                        "Publicaciones de esta área temática",
                        "Publications de ce domaine thématique",
                        "Publicações desta área temática");
            case TYPE ->
                new Labels(
                        "Publications of this type",
                        "Publicaciones de este tipo",
                        "Publications de ce type",
                        "Publicações deste tipo");
            case LANGUAGE ->
                new Labels(
                        "Publications in this language",
                        "Publicaciones en este idioma",
                        "Publications dans cette langue",
                        "Publicações neste idioma");
            case COUNTRY ->
                new Labels(
                        "Publications about this country",
                        "Publicaciones sobre este país",
                        "Publications sur ce pays",
                        "Publicações sobre este país");
            case COLLECTION ->
                new Labels(
                        "Publications in this collection",
                        "Publicaciones de esta colección",
                        "Publications de cette collection",
                        "Publicações desta coleção");
            case OPENAIRE -> everything(family);
        };
    }
}
