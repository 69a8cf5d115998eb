package org.acervo.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Collection;

/** The collections of the sample library, in {@code config/sample/collections.json}. */
public final class SampleCollections {

    private SampleCollections() {}

    /**
     * Reads the collections in the file's order.
     *
     * @throws MalformedConfiguration with everything that is wrong in the file
     */
    public static List<Collection> read(Path file) {
        List<String> problems = new ArrayList<>();
        List<Collection> collections = new ConfigurationFile(file, problems)
                .entries(
                        "slug",
                        entry -> new Collection(
                                entry.code("slug"),
                                entry.labels("title"),
                                entry.labels("description"),
                                entry.number("order")));
        if (!problems.isEmpty()) {
            throw new MalformedConfiguration(problems);
        }
        return collections;
    }
}
