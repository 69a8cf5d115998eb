package org.acervo.bench;

import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.model.oaipmh.results.record.Metadata;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** One record; a deleted one has no payload. {@code copy} says that XOAI may send the payload as it is. */
record MemoryItem(String identifier, Instant datestamp, List<Set> sets, byte[] payload, boolean copy) implements Item {

    @Override
    public String getIdentifier() {
        return identifier;
    }

    @Override
    public Instant getDatestamp() {
        return datestamp;
    }

    @Override
    public List<Set> getSets() {
        return sets;
    }

    @Override
    public boolean isDeleted() {
        return payload == null;
    }

    @Override
    public Metadata getMetadata() {
        return copy
                ? Metadata.copyFromStream(new ByteArrayInputStream(payload))
                : new Metadata(new String(payload, StandardCharsets.UTF_8));
    }
}
