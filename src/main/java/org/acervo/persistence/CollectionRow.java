package org.acervo.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acervo.catalog.Collection;
import org.acervo.sql.Sql;
import org.acervo.vocabulary.Labels;

/** A row of the table of collections. */
@Entity(name = "Collection")
@Table(name = "collection")
class CollectionRow {

    @Id
    private String code = "";

    private String labels = "";
    private String description = "";
    private int position;

    /** For the provider. */
    protected CollectionRow() {}

    CollectionRow(Collection collection) {
        code = collection.code();
        labels = text(collection.labels());
        description = text(collection.description());
        position = collection.order();
    }

    /** All collections in their order; quicker than by entities, and every ListSets asks. */
    static List<Collection> all(Sql sql) {
        return sql.query(
                "select code, labels, description, position from collection order by position, code",
                CollectionRow::read);
    }

    private static Collection read(ResultSet row) throws SQLException {
        return new Collection(row.getString(1), labels(row.getString(2)), labels(row.getString(3)), row.getInt(4));
    }

    private static String text(Labels labels) {
        return JsonMap.write(Map.of("en", labels.en(), "es", labels.es(), "fr", labels.fr(), "pt", labels.pt()));
    }

    private static Labels labels(String text) {
        Map<String, String> map = JsonMap.read(text);
        return new Labels(get(map, "en"), get(map, "es"), get(map, "fr"), get(map, "pt"));
    }

    private static String get(Map<String, String> map, String language) {
        return Objects.requireNonNull(map.get(language));
    }
}
