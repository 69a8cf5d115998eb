package org.acervo.format;

import org.acervo.catalog.Element;
import org.acervo.catalog.Item;
import org.acervo.catalog.Qualifier;
import org.jspecify.annotations.Nullable;

/** Related resources and addresses in MARC 21: fields 765 to 787, and 856. */
final class MarcLinks {

    private final Entry entry;
    private final MarcRecord marc;

    MarcLinks(Entry entry, MarcRecord marc) {
        this.entry = entry;
        this.marc = marc;
    }

    /** The linking entries in the order of their tags. */
    void write() {
        entry.relations().stream()
                .map(MarcLinks::linked)
                .sorted((one, other) -> one.tag.compareTo(other.tag))
                .forEach(this::write);
        entry.all(Element.SOURCE)
                .forEach(each -> marc.field("786", "0 ").sub("n", each.value()).end());
    }

    /** @param words what goes before the address where the tag does not say how both relate, or null */
    private record Link(String tag, @Nullable String words, String url) {}

    private void write(Link link) {
        marc.field(link.tag, link.words == null ? "0 " : "08")
                .sub("i", link.words)
                .sub("o", link.url)
                .end();
    }

    private static Link linked(Item.Link link) {
        String url = link.url();
        return switch (link.type()) {
            case IS_TRANSLATION_OF -> new Link("765", null, url);
            case IS_PART_OF -> new Link("773", null, url);
            case HAS_PART -> new Link("774", null, url);
            case HAS_TRANSLATION -> new Link("775", "Translated as:", url);
            case IS_NEW_VERSION_OF -> new Link("775", "Revision of:", url);
            case IS_REPLACED_BY -> new Link("775", "Revised as:", url);
            case IS_SUMMARY_OF -> new Link("787", "Summary of:", url);
            case HAS_SUMMARY -> new Link("787", "Summarized as:", url);
            case REFERENCES -> new Link("787", "References:", url);
            case IS_REFERENCED_BY -> new Link("787", "Referenced by:", url);
        };
    }

    /** The landing page, the files, then the links, which lead to other versions of the resource. */
    static void locations(Entry entry, MarcRecord marc) {
        marc.field("856", "40").sub("u", entry.landingPage()).end();
        entry.files().forEach(each -> marc.field("856", "40")
                .sub("u", each.url())
                .sub("q", each.mediaType())
                .sub("s", each.size() + " bytes")
                .sub("y", each.description())
                .end());
        entry.all(Element.LINK).forEach(each -> marc.field("856", "41")
                .sub("u", each.value())
                .sub("y", each.qualifier(Qualifier.LABEL))
                .end());
    }
}
