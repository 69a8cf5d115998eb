package org.acervo.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Relation;
import org.acervo.catalog.RelationType;
import org.jspecify.annotations.Nullable;

/** A row of the table of relations. */
@Entity(name = "Relation")
@Table(name = "relation")
@IdClass(RelationRow.Key.class)
class RelationRow {

    /** The place of a relation in its publication. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        private long source;
        private int position;

        /** For the provider. */
        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && source == that.source && position == that.position;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(source) * 31 + position;
        }
    }

    @Id
    private long source;

    @Id
    private int position;

    private String type = "";
    private String target = "";
    private @Nullable Long resolved;

    /** For the provider. */
    protected RelationRow() {}

    RelationRow(Relation relation, int position) {
        source = relation.source().value();
        this.position = position;
        type = relation.type().name();
        target = relation.target();
        PublicationId publication = relation.resolved();
        resolved = publication == null ? null : publication.value();
    }

    Relation toRelation() {
        return new Relation(
                new PublicationId(source),
                RelationType.valueOf(type),
                target,
                resolved == null ? null : new PublicationId(resolved));
    }
}
