package org.acervo.library;

import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Item;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.format.CitationTags;
import org.acervo.format.SchemaOrg;

/**
 * What the head of a publication's page tells search engines and those who share it.
 *
 * @param citation for scholarly search engines; none where nobody would cite it
 * @param card for who shares the page (Open Graph)
 * @param data the publication in JSON-LD, such that it can stand in a page as it is
 * @param records the same publication as programs read it: name, media type and address
 */
public record PublicationHead(
        String summary,
        List<CitationTags.Tag> citation,
        List<CitationTags.Tag> card,
        String data,
        List<Record> records) {

    private static final int LONGEST_SUMMARY = 300;

    /** @param link relative to the page */
    public record Record(String title, String type, String link) {}

    static PublicationHead of(
            Item item,
            Reader reader,
            Repository repository,
            boolean hasPicture,
            CitationTags citation,
            SchemaOrg schema) {
        DublinCore metadata = item.metadata();
        Statement told = Cards.told(metadata, reader);
        String summary = told == null ? "" : Cards.beginning(told, LONGEST_SUMMARY);
        List<CitationTags.Tag> card = new ArrayList<>(List.of(
                new CitationTags.Tag("og:type", "article"),
                new CitationTags.Tag("og:site_name", repository.name()),
                new CitationTags.Tag("og:title", reader.title(metadata).text()),
                new CitationTags.Tag("og:locale", reader.language().tag())));
        if (!summary.isEmpty()) {
            card.add(new CitationTags.Tag("og:description", summary));
        }
        if (hasPicture) {
            card.add(new CitationTags.Tag("og:image", repository.landingPage(item.id()) + "/cover/large.jpg"));
        }
        return new PublicationHead(
                summary,
                citation.of(item),
                card,
                inPage(schema.describe(item).toString()),
                Representation.OF_RECORDS.stream()
                        .map(each -> new Record(each.title(), each.type(), item.id() + "." + each.ending()))
                        .toList());
    }

    /** JSON that has no character with which markup could end or begin (RFC 8259 section 7). */
    static String inPage(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
