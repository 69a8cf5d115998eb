package org.acervo.publishing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Statement;

/** How one publication grows out of another: as a record of its own, with what holds for both and a relation to it. */
public enum Derivation {
    /** What names or leads to the one version only is left: keys, identifiers, dates, addresses, extent. */
    NEW_VERSION(
            RelationType.IS_NEW_VERSION_OF,
            Element.SOURCE_ID,
            Element.IDENTIFIER,
            Element.DATE,
            Element.LINK,
            Element.EXTENT,
            Element.RELATION,
            Element.FORMER_URL),
    /** What is written in the language of the one is left too: who translates says it in the other. */
    TRANSLATION(
            RelationType.IS_TRANSLATION_OF,
            Element.SOURCE_ID,
            Element.TITLE,
            Element.ALTERNATIVE,
            Element.DESCRIPTION,
            Element.SUBJECT,
            Element.LANGUAGE,
            Element.IDENTIFIER,
            Element.LINK,
            Element.EXTENT,
            Element.RELATION,
            Element.BODY,
            Element.FORMER_URL);

    private final RelationType relation;
    private final Set<Element> left;

    Derivation(RelationType relation, Element... left) {
        this.relation = relation;
        this.left = EnumSet.copyOf(List.of(left));
    }

    /** The text that a publication which grows out of this one begins with. */
    public DublinCore of(Publication origin, DublinCore text) {
        List<Statement> statements = new ArrayList<>(
                text.stream().filter(each -> !left.contains(each.element())).toList());
        statements.add(
                new Statement(Element.RELATION, origin.id().toString(), null, Map.of(Qualifier.TYPE, relation.code())));
        return new DublinCore(statements);
    }
}
