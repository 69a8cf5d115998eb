package org.acervo.publishing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Memory;
import org.acervo.format.MetadataFormats;

/**
 * The formats that can be harvested: those that every record is rendered in. A format that a new version of the product
 * brings is rendered in the background under the numbers that the records have, so a harvest of it taken meanwhile would
 * miss those that come later; it is offered once the last one is there. Thread-safe.
 */
public final class OfferedFormats implements Supplier<List<FormatDescription>> {

    private static final String COMPLETE = "oai.formats";

    private final List<FormatDescription> all;
    private final Rerendering rerendering;
    private final Memory memory;
    private volatile boolean complete;

    OfferedFormats(MetadataFormats formats, Rerendering rerendering, Memory memory) {
        this.all = formats.descriptions();
        this.rerendering = rerendering;
        this.memory = memory;
    }

    /**
     * In the order of ListMetadataFormats.
     *
     * @throws org.acervo.catalog.StorageUnavailable where the database does not answer
     */
    @Override
    public List<FormatDescription> get() {
        if (complete) {
            return all;
        }
        List<String> known = memory.recall(COMPLETE)
                .map(text -> Arrays.asList(text.split(" ")))
                .orElse(List.of());
        List<FormatDescription> offered =
                all.stream().filter(each -> known.contains(each.prefix())).toList();
        if (offered.size() < all.size() && rerendering.isDue()) {
            return offered;
        }
        if (offered.size() < all.size()) {
            memory.keep(COMPLETE, all.stream().map(FormatDescription::prefix).collect(Collectors.joining(" ")));
        }
        complete = true;
        return all;
    }
}
