package org.acervo.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Reads Dublin Core in XML, simple ({@code oai_dc}) or qualified ({@code qdc}), into the elements of a publication: what
 * the formats of those names write, and as much of what others write as can be said here. Immutable and thread-safe.
 */
public final class DublinCoreXml {

    /**
     * What was read of a record.
     *
     * @param prefix the metadata prefix of its format; empty where it could not be read
     * @param findings what has a wrong form, and a warning for each thing that has no place here
     * @param places an XPath for each value, by its JSON Pointer
     */
    public record Reading(String prefix, DublinCore metadata, List<Finding> findings, Map<String, String> places) {
        public Reading {
            findings = List.copyOf(findings);
            places = Map.copyOf(places);
        }
    }

    private final Repository repository;
    private final Vocabularies vocabularies;
    private volatile Labelled labelled;

    public DublinCoreXml(Repository repository, Vocabularies vocabularies) {
        this.repository = repository;
        this.vocabularies = vocabularies;
        this.labelled = new Labelled(vocabularies);
    }

    /**
     * Reads a record that somebody gave.
     *
     * @param bytes anything at all; what is no XML is a finding
     * @param charset what the sender says of the encoding, or null where the document itself does
     */
    public Reading read(byte[] bytes, @Nullable String charset) {
        XmlFields xml = XmlFields.read(bytes, charset);
        List<Finding> findings = new ArrayList<>(xml.findings());
        if (findings.stream().anyMatch(Finding::isError)) {
            return new Reading("", DublinCore.EMPTY, findings, Map.of());
        }
        Labelled known = labelled.following(vocabularies);
        labelled = known;
        FieldReader reader = new FieldReader(repository, vocabularies, known, findings);
        reader.read(xml.fields());
        Map<String, String> places = new HashMap<>();
        Map<Element, Integer> counts = new HashMap<>();
        reader.found().forEach(each -> {
            Element element = each.statement().element();
            places.put(element.pointer(counts.merge(element, 1, Integer::sum) - 1), each.place());
        });
        DublinCore metadata = new DublinCore(
                reader.found().stream().map(FieldReader.Found::statement).toList());
        if (metadata.stream().findAny().isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(Rule.EMPTY_VALUE, "", null));
        }
        return new Reading(xml.prefix(), metadata, findings, places);
    }
}
