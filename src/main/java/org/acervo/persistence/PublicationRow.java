package org.acervo.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.acervo.format.PublicationJson;
import org.jspecify.annotations.Nullable;

/** A row of the table of publications. */
@Entity(name = "Publication")
@Table(name = "publication")
class PublicationRow {

    /** Inserts {@link #columns}. */
    static final String INSERT = "insert into publication (id, version, number, state, mission, source_id, document,"
            + " revision_state, revision, withdrawn_reason, withdrawn_at, replaced_by, import_digest, import_version,"
            + " created, modified, published) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Id
    private long id;

    private int version;
    private long number;
    private String state = "";
    private @Nullable String mission;

    @Column(name = "source_id")
    private @Nullable String sourceId;

    private String document = "";

    /** Computed by the database from the document. */
    @Column(name = "type", insertable = false, updatable = false)
    private @Nullable String documentType;

    @Column(name = "revision_state")
    private @Nullable String revisionState;

    private @Nullable String revision;

    @Column(name = "withdrawn_reason")
    private @Nullable String withdrawnReason;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "replaced_by")
    private @Nullable String replacedBy;

    @Column(name = "import_digest")
    private @Nullable String importDigest;

    @Column(name = "import_version")
    private @Nullable Integer importVersion;

    private Instant created = Instant.EPOCH;
    private Instant modified = Instant.EPOCH;
    private @Nullable Instant published;

    /** For the provider. */
    protected PublicationRow() {}

    PublicationRow(Publication publication, long number) {
        id = publication.id().value();
        created = publication.created();
        set(publication, number);
    }

    final void set(Publication publication, long newNumber) {
        version = publication.version();
        number = newNumber;
        state = publication.state().name();
        DublinCore metadata = publication.metadata();
        mission = metadata.value(Element.MISSION);
        sourceId = metadata.value(Element.SOURCE_ID);
        document = PublicationJson.toText(metadata);
        Publication.Revision beside = publication.revision();
        revisionState = beside == null ? null : beside.state().name();
        revision = beside == null ? null : PublicationJson.toText(beside.metadata());
        Publication.Withdrawal withdrawal = publication.withdrawal();
        withdrawnReason = withdrawal == null ? null : withdrawal.reason();
        withdrawnAt = withdrawal == null ? null : withdrawal.at();
        replacedBy = withdrawal == null ? null : withdrawal.replacedBy();
        Publication.ImportMark mark = publication.importMark();
        importDigest = mark == null ? null : mark.digest();
        importVersion = mark == null ? null : mark.version();
        modified = publication.modified();
        published = publication.published();
    }

    /** The whole row, for an insert past the entity manager. */
    @Nullable
    Object[] columns() {
        return new @Nullable Object[] {
            id,
            version,
            number,
            state,
            mission,
            sourceId,
            document,
            revisionState,
            revision,
            withdrawnReason,
            InstantConverter.utc(withdrawnAt),
            replacedBy,
            importDigest,
            importVersion,
            InstantConverter.utc(created),
            InstantConverter.utc(modified),
            InstantConverter.utc(published)
        };
    }

    int version() {
        return version;
    }

    boolean hasKey(@Nullable SourceKey key) {
        return key == null
                ? sourceId == null
                : key.sourceId().equals(sourceId) && key.mission().equals(mission);
    }

    long number() {
        return number;
    }

    State state() {
        return State.valueOf(state);
    }

    Publication toPublication() {
        return new Publication(
                new PublicationId(id),
                version,
                State.valueOf(state),
                PublicationJson.fromText(document),
                revisionState == null || revision == null
                        ? null
                        : new Publication.Revision(State.valueOf(revisionState), PublicationJson.fromText(revision)),
                withdrawnReason == null || withdrawnAt == null
                        ? null
                        : new Publication.Withdrawal(withdrawnReason, withdrawnAt, replacedBy),
                importDigest == null || importVersion == null
                        ? null
                        : new Publication.ImportMark(importDigest, importVersion),
                created,
                modified,
                published);
    }
}
