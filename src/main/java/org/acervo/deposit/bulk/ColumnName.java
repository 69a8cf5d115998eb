package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Element;
import org.acervo.catalog.IdentifierScheme;
import org.acervo.catalog.RelationType;
import org.jspecify.annotations.Nullable;

/**
 * A column that a sheet may have: an element, what is said beside one, or what the repository is told to do.
 *
 * @param code stable; a member of JSON where there is such a member
 * @param element what its cells state, or null
 * @param fixed the scheme or the type of relation that all its cells have, or null
 */
record ColumnName(
        String code, @Nullable Element element, @Nullable String fixed) {

    static final ColumnName ID = special("id");
    static final ColumnName ACTION = special("action");
    static final ColumnName REASON = special("reason");
    static final ColumnName SERIES_NUMBER = special("seriesNumber");
    static final ColumnName FUNDER = special("funder");
    static final ColumnName FILE = special("file");
    static final ColumnName FILE_LANGUAGE = special("fileLanguage");
    static final ColumnName FILE_DESCRIPTION = special("fileDescription");
    static final ColumnName EMBARGO = special("embargo");
    static final ColumnName STATUS = special("status");
    static final ColumnName FINDINGS = special("findings");

    /** Every column, in the order of the template. */
    static final List<ColumnName> ALL = all();

    private static ColumnName special(String code) {
        return new ColumnName(code, null, null);
    }

    static ColumnName of(Element element) {
        return new ColumnName(element.member(), element, null);
    }

    private static List<ColumnName> all() {
        List<ColumnName> all = new ArrayList<>(List.of(ID, ACTION, REASON));
        for (Element element : Element.ALL) {
            all.add(of(element));
            if (element == Element.SERIES) {
                all.add(SERIES_NUMBER);
            } else if (element == Element.PROJECT) {
                all.add(FUNDER);
            } else if (element == Element.IDENTIFIER) {
                for (IdentifierScheme scheme : IdentifierScheme.values()) {
                    if (scheme != IdentifierScheme.URL) {
                        all.add(new ColumnName(scheme.code(), element, scheme.code()));
                    }
                }
            } else if (element == Element.RELATION) {
                for (RelationType type : RelationType.values()) {
                    if (type.isStated()) {
                        all.add(new ColumnName(type.code(), element, type.code()));
                    }
                }
            }
        }
        all.addAll(List.of(FILE, FILE_LANGUAGE, FILE_DESCRIPTION, EMBARGO, STATUS, FINDINGS));
        return List.copyOf(all);
    }

    /** Whether a heading may name a language. */
    boolean hasLanguage() {
        return element != null && (element.form().hasLanguage() || element == Element.LINK);
    }

    /** Whether a sheet has it once at most. */
    boolean isSingle() {
        return element == null || element.most() == 1;
    }
}
