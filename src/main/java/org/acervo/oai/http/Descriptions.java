package org.acervo.oai.http;

import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.acervo.catalog.XmlWriter;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.SetDescription;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** The {@code description} containers of Identify and the {@code setDescription} of sets (OAI-PMH 2.0 sections 4.2, 4.6). */
final class Descriptions {

    private static final String METADATA = "http://www.openarchives.org/OAI/2.0/entity#metadata";

    private final Repository repository;

    Descriptions(Repository repository) {
        this.repository = repository;
    }

    /** The content of each {@code description} of Identify. */
    List<String> of(OaiAnswer.Identify identify) {
        List<String> all =
                new ArrayList<>(List.of(identifier(), eprints(identify.setTombstones()), branding(), rights()));
        if (!repository.friends().isEmpty()) {
            XmlWriter friends = Foreign.FRIENDS.root("friends");
            repository.friends().forEach(friend -> friends.element("baseURL", friend));
            all.add(friends.end().toString());
        }
        return all;
    }

    /** The content of the only {@code setDescription} of a set: its names and what is in it. */
    String of(SetDescription set) {
        XmlWriter dc = Foreign.OAI_DC.root("dc").attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        write(dc, "dc:title", set.name());
        set.descriptions().forEach(description -> write(dc, "dc:description", description));
        return dc.end().toString();
    }

    /** A text that is the same in every language is in none. */
    private static void write(XmlWriter dc, String element, Labels labels) {
        if (labels.distinct().size() == 1) {
            dc.element(element, labels.en());
            return;
        }
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            if (!labels.in(language).isBlank()) {
                dc.element(element, labels.in(language), language.tag());
            }
        }
    }

    /** Implementation guideline on the oai identifier format. */
    private String identifier() {
        return Foreign.IDENTIFIER
                .root("oai-identifier")
                .element("scheme", "oai")
                .element("repositoryIdentifier", repository.identifier())
                .element("delimiter", ":")
                .element("sampleIdentifier", repository.oaiIdentifier(new PublicationId(1)))
                .end()
                .toString();
    }

    /** Implementation guideline on e-print repositories: what is here and what may be done with it. */
    private String eprints(boolean setTombstones) {
        XmlWriter eprints = Foreign.EPRINTS.root("eprints");
        statement(
                eprints,
                "content",
                "Publications of the missions: studies, reports, guidelines, data, news and other documents, with their"
                        + " metadata in one or more languages.",
                repository.baseUrl() + "/");
        statement(
                eprints,
                "metadataPolicy",
                "All metadata may be harvested and used again under the licence given here and in each record.",
                repository.metadataLicence());
        statement(
                eprints,
                "dataPolicy",
                "Each document has rights of its own, which its record states in dc:rights. Records of withdrawn"
                        + " documents stay as deleted records for ever.",
                null);
        statement(
                eprints,
                "submissionPolicy",
                "Missions deposit their own publications; staff of the library may review them before they are public.",
                null);
        if (setTombstones) {
            eprints.element(
                    "comment",
                    "A record that leaves a set but stays in the repository is listed as deleted where that set is"
                            + " harvested, with that set alone in its header. GetRecord and lists without the set show it"
                            + " live.");
        }
        return eprints.end().toString();
    }

    private static void statement(
            XmlWriter eprints, String element, String text, @org.jspecify.annotations.Nullable String url) {
        eprints.start(element).element("text", text);
        if (url != null) {
            eprints.element("URL", url);
        }
        eprints.end();
    }

    /** Implementation guideline on branding. */
    private String branding() {
        return Foreign.BRANDING
                .root("branding")
                .start("collectionIcon")
                .element("url", repository.oaiUrl() + "/icon.svg")
                .element("link", repository.baseUrl() + "/")
                .element("title", repository.name())
                .element("width", "64")
                .element("height", "64")
                .end()
                .end()
                .toString();
    }

    /** Implementation guideline on rights, section 4: the licence of the metadata. */
    private String rights() {
        return Foreign.RIGHTS
                .root("rightsManifest")
                .attribute("appliesTo", METADATA)
                .start("rights")
                .start("rightsReference")
                .attribute("ref", repository.metadataLicence())
                .end()
                .end()
                .end()
                .toString();
    }
}
