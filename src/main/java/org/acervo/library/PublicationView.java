package org.acervo.library;

import java.util.List;
import org.acervo.format.CitationStyles;
import org.jspecify.annotations.Nullable;

/**
 * A published publication as its page shows it.
 *
 * @param otherTitles its titles in other languages, and alternative ones
 * @param line what is said of it in a line under the title
 * @param body of a news item
 * @param files in their order, also those that the public may not have
 * @param links to it elsewhere
 * @param relations one fact for each kind
 * @param formats what harvesters get of it
 * @param head what nobody sees
 * @param reading what goes with it
 * @param cover its picture, or null
 */
public record PublicationView(
        Value title,
        List<Value> otherTitles,
        List<Value> line,
        List<Passage> descriptions,
        List<Body> body,
        List<Value> themes,
        List<FileView> files,
        List<Value> links,
        List<Fact> relations,
        List<Fact> facts,
        String oaiIdentifier,
        List<FormatLink> formats,
        PublicationHead head,
        Reading reading,
        @Nullable CoverView cover) {

    /**
     * The text of a news item in one language.
     *
     * @param lang its language as a BCP 47 tag, or null where none is known
     * @param language the name of that language in that of the page, or null where it need not be said
     * @param html such that it can stand in a page as it is
     */
    public record Body(@Nullable String lang, @Nullable String language, String html) {}

    /**
     * What leads on from a publication.
     *
     * @param rounds its places in series
     * @param translations the languages it can be read in too
     * @param references how it is cited
     * @param share addresses of services where one can tell others of it
     */
    public record Reading(
            List<RoundView> rounds,
            List<Value> translations,
            List<CitationStyles.Reference> references,
            List<Value> share,
            List<Card> similar) {}

    /**
     * A record in a metadata format.
     *
     * @param xml where harvesters get it
     * @param view where people see it
     */
    public record FormatLink(String prefix, String xml, String view) {}
}
