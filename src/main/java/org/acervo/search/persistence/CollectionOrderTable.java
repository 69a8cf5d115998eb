package org.acervo.search.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationId;
import org.acervo.search.CollectionOrder;
import org.acervo.sql.Sql;

/** Places within collections as rows. */
final class CollectionOrderTable implements CollectionOrder {

    private final Sql sql;

    CollectionOrderTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public List<PublicationId> of(String collection) {
        return sql.query(
                "select publication from collection_place where collection = ? order by place",
                row -> new PublicationId(row.getLong(1)),
                collection);
    }

    private record Place(PublicationId publication, String collection, int place) {}

    @Override
    public Map<PublicationId, Map<String, Integer>> places(Collection<PublicationId> publications) {
        if (publications.isEmpty()) {
            return Map.of();
        }
        Map<PublicationId, Map<String, Integer>> places = new HashMap<>();
        sql.query(
                        "select publication, collection, place from collection_place where publication in ("
                                + Sql.marks(publications.size()) + ")",
                        row -> new Place(new PublicationId(row.getLong(1)), row.getString(2), row.getInt(3)),
                        publications.stream().map(PublicationId::value).toArray())
                .forEach(each -> places.computeIfAbsent(each.publication(), id -> new HashMap<>())
                        .put(each.collection(), each.place()));
        return places;
    }

    @Override
    public void put(String collection, List<PublicationId> order) {
        sql.execute("delete from collection_place where collection = ?", collection);
        List<Object[]> rows = new ArrayList<>();
        for (PublicationId each : order) {
            rows.add(new Object[] {collection, each.value(), rows.size() + 1});
        }
        sql.batch("insert into collection_place (collection, publication, place) values (?, ?, ?)", rows);
    }
}
