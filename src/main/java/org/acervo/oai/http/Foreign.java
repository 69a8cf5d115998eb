package org.acervo.oai.http;

import org.acervo.catalog.XmlWriter;

/**
 * A namespace other than the protocol's whose elements stand in answers (OAI-PMH 2.0 sections 2.5, 4.2, 4.6): each is one
 * root that declares its own namespaces and schema location.
 *
 * @param prefix of the root, or empty where the namespace is its default
 */
record Foreign(String prefix, String namespace, String schema) {

    private static final String OAI = "http://www.openarchives.org/OAI/";

    static final Foreign OAI_DC = new Foreign("oai_dc", OAI + "2.0/oai_dc/", OAI + "2.0/oai_dc.xsd");
    static final Foreign IDENTIFIER = new Foreign("", OAI + "2.0/oai-identifier", OAI + "2.0/oai-identifier.xsd");
    static final Foreign EPRINTS = new Foreign("", OAI + "1.1/eprints", OAI + "1.1/eprints.xsd");
    static final Foreign BRANDING = new Foreign("", OAI + "2.0/branding/", OAI + "2.0/branding.xsd");
    static final Foreign RIGHTS = new Foreign("", OAI + "2.0/rights/", OAI + "2.0/rightsManifest.xsd");
    static final Foreign FRIENDS = new Foreign("", OAI + "2.0/friends/", OAI + "2.0/friends.xsd");

    /** Begins a fragment with an open root, to which attributes may still be added. */
    XmlWriter root(String name) {
        boolean isDefault = prefix.isEmpty();
        return new XmlWriter()
                .start(isDefault ? name : prefix + ":" + name)
                .attribute(isDefault ? "xmlns" : "xmlns:" + prefix, namespace)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", namespace + " " + schema);
    }
}
