package org.acervo.library;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.catalog.XmlWriter;
import org.acervo.format.JsonMaker;
import org.acervo.format.MetadataFormats;
import org.acervo.format.PublicationJson;
import org.acervo.format.SchemaOrg;

/** Writes publications in the forms that programs read. Thread-safe. */
record Records(Repository repository, MetadataFormats formats, SchemaOrg schemaOrg) {

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** The address of a form, absolute. */
    String address(Item item, Representation form) {
        return repository.landingPage(item.id()) + "." + form.ending();
    }

    /** @throws IllegalArgumentException for the page, which is made elsewhere */
    byte[] write(Representation form, Item item) {
        String text =
                switch (form) {
                    case JSON -> json(item);
                    case JSON_LD -> schemaOrg.describe(item).toString();
                    case DUBLIN_CORE -> xml("oai_dc", item);
                    case MODS -> xml("mods", item);
                    case PAGE -> throw new IllegalArgumentException("A page is no record");
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String xml(String prefix, Item item) {
        XmlWriter xml = new XmlWriter();
        formats.find(prefix).orElseThrow().write(item, xml);
        return PROLOG + xml + "\n";
    }

    /** What was deposited, without the mission's own key, and with related publications by their addresses. */
    private String json(Item item) {
        List<Statement> relations = new ArrayList<>();
        for (Item.Link each : item.relations()) {
            Map<Qualifier, String> type = Map.of(Qualifier.TYPE, each.type().code());
            relations.add(new Statement(Element.RELATION, each.url(), null, type));
        }
        DublinCore metadata = item.metadata().with(Element.SOURCE_ID, List.of()).with(Element.RELATION, relations);
        JsonObjectBuilder json = JsonMaker.object()
                .add("id", item.id().toString())
                .add("oaiIdentifier", repository.oaiIdentifier(item.id()));
        PublicationJson.write(metadata).forEach(json::add);
        JsonObjectBuilder links = JsonMaker.object().add("page", repository.landingPage(item.id()));
        for (Representation each : Representation.OF_RECORDS) {
            links.add(each.ending(), address(item, each));
        }
        JsonArrayBuilder files = JsonMaker.array();
        item.files().forEach(each -> files.add(file(each)));
        return json.add("files", files).add("links", links).build().toString();
    }

    private static JsonObjectBuilder file(Item.File file) {
        JsonObjectBuilder json = JsonMaker.object()
                .add("url", file.url())
                .add("mediaType", file.mediaType())
                .add("size", file.size())
                .add("open", file.isOpen());
        if (file.opens() != null) {
            json.add("opens", file.opens().toString());
        }
        if (file.language() != null) {
            json.add("language", file.language());
        }
        return file.description() == null ? json : json.add("description", file.description());
    }
}
