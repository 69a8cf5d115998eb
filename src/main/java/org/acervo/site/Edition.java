package org.acervo.site;

import java.time.Instant;
import java.util.List;
import org.acervo.vocabulary.Labels;

/**
 * What staff wrote for a page, as it was at one time. Immutable.
 *
 * @param page what it is for
 * @param version 1 for the first that staff wrote, 0 for what the repository came with
 * @param name what the page is called where it is a {@link SitePage#isNamed series}; may be empty in any language, else always
 * @param text in Markdown; may be empty
 * @param features what the page shows first, each as the path of its page below the root, such as {@code collections/news}
 * @param author the name of an account; empty in version 0
 */
public record Edition(
        SitePage page, int version, Labels name, Labels text, List<String> features, String author, Instant at) {

    public Edition {
        features = List.copyOf(features);
    }
}
