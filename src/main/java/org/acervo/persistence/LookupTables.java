package org.acervo.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.FormerAddress;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Series;
import org.acervo.catalog.Statement;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** What the public texts say that they are found by, in rows: former addresses and series. */
final class LookupTables {

    private static final List<String> TABLES = List.of("former_address", "series");

    private final Connections connections;

    LookupTables(Connections connections) {
        this.connections = connections;
    }

    /** Writes the rows of publications anew. */
    void replace(List<Publication> all) {
        List<@Nullable Object[]> former = new ArrayList<>();
        List<@Nullable Object[]> addresses = new ArrayList<>();
        List<@Nullable Object[]> series = new ArrayList<>();
        for (Publication each : all) {
            long id = each.id().value();
            if (each.version() > 1) {
                former.add(new @Nullable Object[] {id});
            }
            DublinCore text = each.metadata();
            Set<String> keys = new TreeSet<>();
            text.values(Element.FORMER_URL).forEach(url -> keys.addAll(FormerAddress.keys(url)));
            keys.forEach(key -> addresses.add(new @Nullable Object[] {id, key}));
            text.all(Element.SERIES).forEach(statement -> series(id, statement, series));
        }
        Sql sql = connections.current();
        for (String table : TABLES) {
            sql.batch("delete from " + table + " where publication = ?", former);
        }
        sql.batch("insert into former_address (publication, address) values (?, ?)", addresses);
        sql.batch("insert into series (publication, slug, name, number, round) values (?, ?, ?, ?, ?)", series);
    }

    private static void series(long id, Statement statement, List<@Nullable Object[]> rows) {
        String slug = Series.slug(statement.value());
        String number = statement.qualifier(Qualifier.NUMBER);
        if (!slug.isEmpty()) {
            rows.add(new @Nullable Object[] {
                id, slug, statement.value(), number == null ? "" : number, Series.round(number)
            });
        }
    }

    /** Forgets a publication. */
    void remove(PublicationId id) {
        Sql sql = connections.current();
        for (String table : TABLES) {
            sql.execute("delete from " + table + " where publication = ?", id.value());
        }
    }

    List<PublicationId> formerlyAt(String key) {
        return connections
                .alone()
                .query(
                        "select distinct p.id from former_address f join publication p on p.id = f.publication"
                                + " where f.address = ? and p.state in ('PUBLISHED', 'WITHDRAWN') order by p.id limit 10",
                        row -> new PublicationId(row.getLong(1)),
                        key);
    }

    List<Series> series(int limit) {
        return connections
                .alone()
                .query(
                        "select slug, name, publications from (select min(s.slug) slug, min(s.name) name,"
                                + " count(distinct p.id) publications from series s join publication p on p.id = s.publication"
                                + " where p.state = 'PUBLISHED' group by s.slug order by publications desc, slug limit ?) most"
                                + " order by slug",
                        row -> new Series(Series.slug(row.getString(2)), row.getString(2), row.getLong(3)),
                        limit);
    }

    List<PublicationId> inSeries(String slug) {
        return connections
                .alone()
                .query(
                        "select p.id from series s join publication p on p.id = s.publication"
                                + " where s.slug = ? and p.state = 'PUBLISHED' group by p.id"
                                + " order by min(s.round) is null, min(s.round), min(s.number), p.id",
                        row -> new PublicationId(row.getLong(1)),
                        slug);
    }
}
