package org.acervo.format;

import java.util.List;
import java.util.Optional;
import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Repository;
import org.acervo.vocabulary.Vocabularies;

/** Every metadata format of the repository, {@code oai_dc} first. Immutable and thread-safe. */
public final class MetadataFormats {

    private final List<MetadataFormat> formats;

    /** @param vocabularies the words that take the place of codes; changed ones need new formats */
    public MetadataFormats(Repository repository, Vocabularies vocabularies) {
        Catalogue catalogue = new Catalogue(repository, vocabularies);
        ModsFormat mods = new ModsFormat(catalogue);
        DataCiteFormat datacite = new DataCiteFormat(catalogue);
        formats = List.of(
                new OaiDcFormat(catalogue),
                new QualifiedDcFormat(catalogue),
                mods,
                new Marc21Format(catalogue),
                new OpenAireFormat(catalogue),
                new OaiDataCiteFormat(catalogue, datacite),
                datacite,
                new MetsFormat(catalogue, mods));
    }

    public List<MetadataFormat> all() {
        return formats;
    }

    /** The format of a metadata prefix. */
    public Optional<MetadataFormat> find(String prefix) {
        return formats.stream()
                .filter(each -> each.description().prefix().equals(prefix))
                .findFirst();
    }

    /** What ListMetadataFormats shows. */
    public List<FormatDescription> descriptions() {
        return formats.stream().map(MetadataFormat::description).toList();
    }
}
