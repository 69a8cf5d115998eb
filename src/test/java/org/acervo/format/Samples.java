package org.acervo.format;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Item;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.XmlWriter;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;

/** Items of a repository with a small vocabulary. In the JSON of tests a single quote stands for a double one. */
final class Samples {

    static final Repository REPOSITORY = new Repository(
            "https://library.example.org",
            "library.example.org",
            "Library",
            "admin@example.org",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            List.of());

    static final Vocabularies VOCABULARIES = new Vocabularies(
            List.of(),
            List.of(
                    theme("migration-data", "Data on migration", "Datos", "Données", "Dados"),
                    theme("labour-mobility", "Labour mobility", "Movilidad laboral", "Mobilité", "Mobilidade")),
            List.of(
                    type("assessment", "Assessment", "Diagnóstico", "Text", "c_93fc", "report"),
                    type("news", "News", "Noticia", "Text", "c_18cf", "text"),
                    type("map", "Map", "Mapa", "StillImage", "c_12cd", "map"),
                    type("video", "Video", "Video", "MovingImage", "c_12ce", "video"),
                    type("dataset", "Data set", "Conjunto de datos", "Dataset", "c_ddb1", "dataset"),
                    type("audio", "Audio", "Audio", "Sound", "c_18cc", "sound"),
                    type("event", "Event", "Evento", "Event", "c_1843", "other")),
            List.of(new Organization(
                    "iom",
                    new Labels("International Organization for Migration", "Organización Internacional", "OIM", "OIM"),
                    "IOM",
                    List.of("Smith, Jones and Partners"),
                    Organization.Kind.IOM_MISSION,
                    null,
                    null)),
            List.of(
                    licence("https://creativecommons.org/licenses/by/4.0/", "Attribution 4.0", "Atribución 4.0"),
                    licence("http://rightsstatements.org/vocab/CNE/1.0/", "Not evaluated", "No evaluado")),
            new Languages(Map.of(
                    "es", new Languages.Entry("es", null, "spa"),
                    "fr", new Languages.Entry("fr", null, "fre"),
                    "quc", new Languages.Entry("quc", Labels.same("K’iche’"), "myn"),
                    "zxx", new Languages.Entry("zxx", null, "zxx"))),
            new Places(Map.of("MX-CHP", "Chiapas")));

    static final MetadataFormats FORMATS = new MetadataFormats(REPOSITORY, VOCABULARIES);

    /** Every element with more than one value wherever there may be more. */
    static final String FULL = """
            {'sourceId': 'internal-1', 'mission': 'internal-mission', 'collections': ['internal-collection'],
             'type': 'assessment',
             'title': [{'value': 'The title', 'lang': 'en'}, {'value': 'El título', 'lang': 'es'}],
             'alternative': [{'value': 'Other title', 'lang': 'en'}],
             'description': [{'value': 'Resumen', 'lang': 'es'}, {'value': 'Abstract', 'lang': 'en'}],
             'creator': ['IOM', {'value': 'Pérez, Ana', 'id': 'https://orcid.org/0000-0002-1825-0097'}],
             'contributor': ['Colegio de la Frontera Norte', {'value': 'Pelé', 'kind': 'person'}],
             'publisher': ['IOM', 'Gobierno de México'],
             'theme': ['migration-data', 'labour-mobility'],
             'subject': [{'value': 'Tapachula', 'lang': 'es'}, 'DTM'],
             'date': '2021-02', 'language': ['es', 'en'],
             'coverage': ['MX', 'MX-CHP', '029', {'value': 'Suchiate', 'lang': 'es'}],
             'temporal': ['2020-09/2020-11', '2019'],
             'series': [{'value': 'Línea de base', 'lang': 'es', 'number': '1'}, 'DTM reports'],
             'identifier': ['C/INF/285', '978-92-9068-815-0', 'https://doi.org/10.18356/<9>', 'ISSN 1561-5502',
                            {'value': '20.500.12345/678', 'scheme': 'handle'}],
             'relation': [{'type': 'isTranslationOf', 'target': 'internal-2'}],
             'link': [{'url': 'https://example.org/a?b=c&d', 'language': 'es', 'label': 'Texto completo'}],
             'rights': 'https://creativecommons.org/licenses/by/4.0/', 'access': 'embargoed',
             'extent': '48 pages', 'audience': [{'value': 'Policy makers', 'lang': 'en'}],
             'project': [{'code': 'DP.2345', 'funder': 'European Union'}, {'code': 'X1'}],
             'source': ['Survey 2020', 'https://example.org/source'], 'format': ['application/pdf', 'paper'],
             'body': [{'value': 'internal body', 'lang': 'es'}], 'formerUrl': 'https://old.example.org/internal'}""";

    private Samples() {}

    private static ThematicArea theme(String code, String en, String es, String fr, String pt) {
        Labels labels = new Labels(en, es, fr, pt);
        return new ThematicArea(code, labels, labels);
    }

    private static PublicationType type(String code, String en, String es, String dcmi, String coar, String coarLabel) {
        return new PublicationType(
                code, new Labels(en, es, en, es), dcmi, "http://purl.org/coar/resource_type/" + coar, coarLabel);
    }

    private static Licence licence(String uri, String en, String es) {
        return new Licence(uri, new Labels(en, es, en, es), null, true);
    }

    /** The clean document of some JSON, whatever the rules would say of it. */
    static DublinCore metadata(String json) {
        PublicationJson.Reading reading = PublicationJson.read(json.replace('\'', '"'));
        if (reading.hasErrors()) {
            throw new IllegalArgumentException(reading.findings().toString());
        }
        return Cleaning.clean(reading.metadata(), VOCABULARIES).metadata();
    }

    /** Publication 42, published here on 6 May 2024. */
    static Item item(DublinCore metadata, Item.Link... relations) {
        return new Item(new PublicationId(42), metadata, List.of(relations), List.of(), LocalDate.of(2024, 5, 6));
    }

    static Item item(String json, Item.Link... relations) {
        return item(metadata(json), relations);
    }

    /** The same with files. */
    static Item item(String json, List<Item.File> files) {
        Item item = item(json);
        return new Item(item.id(), item.metadata(), item.relations(), files, item.publishedHere());
    }

    /** A PDF of a description that is open, or opens on 1 March 2030. */
    static Item.File file(String name, boolean open) {
        return new Item.File(
                "https://library.example.org/publications/42/files/" + name,
                "application/pdf",
                1_234,
                "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5",
                "es",
                "Anexo & más",
                open,
                open ? null : LocalDate.of(2030, 3, 1));
    }

    /** Every element, and every relation there is. */
    static Item full() {
        List<RelationType> types = List.of(RelationType.values());
        Item.Link[] relations = IntStream.range(0, types.size())
                .mapToObj(i -> new Item.Link(types.get(i), "https://library.example.org/publications/" + (100 + i)))
                .toArray(Item.Link[]::new);
        return item(FULL, relations);
    }

    /** The record in a format. */
    static String render(String prefix, Item item) {
        XmlWriter out = new XmlWriter();
        FORMATS.find(prefix).orElseThrow().write(item, out);
        return out.toString();
    }

    /** Every element of a name in a record, with its attributes and all that it holds. */
    static List<String> elements(String xml, String name) {
        return Pattern.compile("<" + name + "(?: [^>]*)?(?:/>|>.*?</" + name + ">)")
                .matcher(xml)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
