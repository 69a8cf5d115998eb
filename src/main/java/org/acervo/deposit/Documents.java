package org.acervo.deposit;

import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;

/** Reads publications in whichever form they are sent: JSON, or Dublin Core in XML. Thread-safe. */
final class Documents {

    /**
     * A new publication.
     *
     * @throws Refused where the form is none that is read here
     */
    Given read(Asked.Body body) {
        MediaTypes.require(body.type(), MediaTypes.DOCUMENTS);
        return Bodies.document(body.bytes());
    }

    /**
     * The text that takes the place of one that is worked on. What the form cannot express stays.
     *
     * @throws Refused where the form is none that is read here
     */
    Given replacing(Asked.Body body, Publication current) {
        return read(body);
    }

    /**
     * What a patch makes of a text.
     *
     * @throws Refused where the form is none that is read here
     */
    Given patched(Asked.Body body, DublinCore text) {
        MediaTypes.require(body.type(), MediaTypes.PATCHES);
        return Bodies.patched(body.bytes(), text);
    }
}
