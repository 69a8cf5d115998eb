package org.acervo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/** Queries for what must be in one field. Used by one thread. */
final class FieldQueries {

    private static final int BOTH = Fields.PUBLIC | Fields.WORKING;

    private final FacetValues facets;
    private final WordQueries queries;
    private final List<Finding> findings;

    /** @param findings where to say what is wrong */
    FieldQueries(FacetValues facets, WordQueries queries, List<Finding> findings) {
        this.facets = facets;
        this.queries = queries;
        this.findings = findings;
    }

    Query of(BoxField field, Part part) {
        if (part instanceof Part.All all) {
            return joined(field, all.parts(), Occur.MUST);
        } else if (part instanceof Part.Any any) {
            return joined(field, any.parts(), Occur.SHOULD);
        } else if (part instanceof Part.Not not) {
            return joined(field, List.of(not), Occur.MUST);
        } else if (part instanceof Part.In in) {
            return of(in.field(), in.part());
        }
        Facet facet = field.facet();
        if (facet != null) {
            return inFacet(facet, text(part));
        }
        return switch (field) {
            case YEAR -> years(part);
            case ID -> new TermQuery(new Term(Fields.ID, text(part).strip()));
            case IDENTIFIER -> identifier(part);
            default -> inWords(java.util.Objects.requireNonNull(field.field()), part);
        };
    }

    private Query joined(BoxField field, List<Part> parts, Occur occur) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean anyPositive = false;
        for (Part each : parts) {
            boolean isNot = each instanceof Part.Not;
            query.add(
                    each instanceof Part.Not not ? of(field, not.part()) : of(field, each),
                    isNot ? Occur.MUST_NOT : occur);
            anyPositive |= !isNot;
        }
        if (!anyPositive) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return query.build();
    }

    private static String text(Part part) {
        if (part instanceof Part.Word word) {
            return word.text();
        } else if (part instanceof Part.Phrase phrase) {
            return phrase.text();
        } else if (part instanceof Part.Pattern pattern) {
            return pattern.text();
        } else if (part instanceof Part.Near near) {
            return near.text();
        }
        return part instanceof Part.Range range ? range.from() + ".." + range.to() : "";
    }

    private Query inFacet(Facet facet, String text) {
        Set<String> meant = facets.meant(facet, text);
        if (meant.isEmpty()) {
            List<String> known = new ArrayList<>(new TreeSet<>(facets.codes(facet)));
            findings.add(Finding.of(Rule.UNKNOWN_CODE, "/q", text, known.subList(0, Math.min(20, known.size()))));
            return BoxQuery.nothing();
        }
        return new CriteriaQuery(new Criteria(BOTH, null, Map.of(facet, Set.copyOf(meant)), null, null));
    }

    private Query years(Part part) {
        Integer from;
        Integer to;
        if (part instanceof Part.Range range) {
            from = year(range.from(), 0);
            to = year(range.to(), 9999);
        } else {
            from = year(text(part), -1);
            to = from;
        }
        if (from == null || to == null || from < 0 || from > to) {
            findings.add(Finding.of(
                    Rule.QUERY_MALFORMED_RANGE,
                    "/q",
                    "year:" + text(part),
                    "year:2019",
                    "year:2015..2018",
                    "year:2015.."));
            return BoxQuery.nothing();
        }
        return new CriteriaQuery(new Criteria(BOTH, null, Map.of(), Math.max(from, 1), to));
    }

    private static @Nullable Integer year(String text, int ifEmpty) {
        if (text.isBlank()) {
            return ifEmpty;
        }
        return text.matches("[0-9]{4}") ? Integer.valueOf(text) : null;
    }

    private static Query identifier(Part part) {
        String bare = Entries.identifier(text(part));
        return part instanceof Part.Pattern
                ? new WildcardQuery(new Term(Fields.IDENTIFIER, bare))
                : new TermQuery(new Term(Fields.IDENTIFIER, bare));
    }

    /** In the fields to whose words the labels of vocabularies count. */
    private Query inWords(String field, Part part) {
        Query query = inOwnWords(field, part);
        boolean labelled = field.equals(Fields.TEXT) || field.equals(Fields.SUBJECT);
        return labelled && !(query instanceof MatchAllDocsQuery) ? queries.withLabels(query) : query;
    }

    private Query inOwnWords(String field, Part part) {
        if (part instanceof Part.Word word) {
            List<String> split = WordsAnalyzer.split(word.text());
            return split.isEmpty() ? new MatchAllDocsQuery() : queries.forms(field, split.get(0));
        } else if (part instanceof Part.Pattern pattern) {
            return queries.pattern(field, pattern.text());
        } else if (part instanceof Part.Near near) {
            return queries.near(field, near.text(), near.edits());
        }
        return queries.phrase(field, text(part));
    }
}
