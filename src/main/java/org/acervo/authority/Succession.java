package org.acervo.authority;

import java.util.ArrayList;
import java.util.List;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.catalog.Element;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Statement;
import org.acervo.publishing.Amendment;
import org.acervo.publishing.BulkChanging;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Term;

/** Gives publications one term in the place of another. Thread-safe. */
class Succession {

    private final BulkChanging changing;

    Succession(BulkChanging changing) {
        this.changing = changing;
    }

    /**
     * Begins the change of many publications, within the transaction that is under way.
     *
     * @return its id; 0 where there are none
     */
    long begin(Caller caller, Source source, Authority authority, Term before, Term after, List<PublicationId> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        long id = changing.freeze(caller, amendment(authority, before, after), ids.iterator())
                .id();
        return changing.start(caller, source, id).id();
    }

    static Amendment amendment(Authority authority, Term before, Term after) {
        List<Statement> old = new ArrayList<>();
        List<Statement> now = new ArrayList<>();
        for (Element element : authority.elements()) {
            if (before instanceof Organization one && after instanceof Organization other) {
                for (String name : one.names()) {
                    old.add(Statement.of(element, name));
                    now.add(Statement.of(element, named(one, name, other)));
                }
                old.add(Statement.of(element, one.code()));
                now.add(Statement.of(element, other.code()));
            } else {
                old.add(Statement.of(element, before.code()));
                now.add(Statement.of(element, after.code()));
            }
        }
        return new Amendment.Rename(old, now);
    }

    /** What the other is called where this one goes by a name: in the same language, or by its acronym too. */
    private static String named(Organization one, String name, Organization other) {
        if (name.equals(one.acronym()) && other.acronym() != null) {
            return other.acronym();
        }
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            if (name.equals(one.labels().in(language))) {
                return other.labels().in(language);
            }
        }
        return other.labels().en();
    }
}
