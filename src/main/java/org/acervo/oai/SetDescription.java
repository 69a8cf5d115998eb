package org.acervo.oai;

import java.util.List;
import org.acervo.catalog.SetSpec;
import org.acervo.vocabulary.Labels;

/**
 * A set as ListSets shows it (OAI-PMH 2.0 section 4.6).
 *
 * @param name what people call it
 * @param descriptions what is in it; may be none
 */
public record SetDescription(SetSpec spec, Labels name, List<Labels> descriptions) {
    public SetDescription {
        descriptions = List.copyOf(descriptions);
    }
}
