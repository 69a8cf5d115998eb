package org.acervo.bench;

import io.gdcc.xoai.dataprovider.exceptions.handler.IdDoesNotExistException;
import io.gdcc.xoai.dataprovider.filter.ScopedFilter;
import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.ItemIdentifier;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.ItemRepository;
import io.gdcc.xoai.dataprovider.repository.ResultsPage;
import io.gdcc.xoai.model.oaipmh.ResumptionToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records in memory, by datestamp, and again for each set, so that a page costs two binary searches at any offset:
 * the comparison is of XOAI itself, not of a storage made slow.
 */
final class MemoryItems implements ItemRepository {
    private final List<MemoryItem> all;
    private final Map<String, List<MemoryItem>> bySet = new HashMap<>();
    private final Map<String, MemoryItem> byIdentifier = new HashMap<>();

    MemoryItems(List<MemoryItem> items) {
        all = new ArrayList<>(items);
        all.sort(Comparator.comparing(MemoryItem::datestamp));
        for (MemoryItem item : all) {
            byIdentifier.put(item.identifier(), item);
            for (Set set : item.sets()) {
                enter(item, set.getSpec());
            }
        }
    }

    /** A member of a:b is one of a too. */
    private void enter(MemoryItem item, String spec) {
        List<MemoryItem> members = bySet.computeIfAbsent(spec, s -> new ArrayList<>());
        if (members.isEmpty() || members.get(members.size() - 1) != item) {
            members.add(item);
        }
        int colon = spec.lastIndexOf(':');
        if (colon > 0) {
            enter(item, spec.substring(0, colon));
        }
    }

    int size() {
        return all.size();
    }

    Instant earliest() {
        return all.isEmpty() ? Instant.EPOCH : all.get(0).datestamp();
    }

    @Override
    public ItemIdentifier getItemIdentifier(String identifier) throws IdDoesNotExistException {
        return find(identifier);
    }

    @Override
    public Item getItem(String identifier, MetadataFormat format) throws IdDoesNotExistException {
        return find(identifier);
    }

    private MemoryItem find(String identifier) throws IdDoesNotExistException {
        MemoryItem item = byIdentifier.get(identifier);
        if (item == null) {
            throw new IdDoesNotExistException();
        }
        return item;
    }

    @Override
    public ResultsPage<ItemIdentifier> getItemIdentifiers(
            List<ScopedFilter> filters, MetadataFormat format, int length, ResumptionToken.Value token) {
        return page(token, length);
    }

    @Override
    public ResultsPage<Item> getItems(
            List<ScopedFilter> filters, MetadataFormat format, int length, ResumptionToken.Value token) {
        return page(token, length);
    }

    private <T extends ItemIdentifier> ResultsPage<T> page(ResumptionToken.Value token, int length) {
        List<MemoryItem> selected = selected(token);
        int start = (int) Math.min(token.getOffset(), selected.size());
        int end = Math.min(start + length, selected.size());
        @SuppressWarnings("unchecked") // every T asked for is an interface of MemoryItem
        List<T> items = (List<T>) List.copyOf(selected.subList(start, end));
        return new ResultsPage<>(token, end < selected.size(), items, selected.size());
    }

    private List<MemoryItem> selected(ResumptionToken.Value token) {
        List<MemoryItem> members = token.hasSetSpec() ? bySet.getOrDefault(token.getSetSpec(), List.of()) : all;
        int from = token.hasFrom() ? firstAt(members, token.getFrom()) : 0;
        // XOAI has already moved "until" on by the second that it includes.
        int until = token.hasUntil() ? firstAt(members, token.getUntil()) : members.size();
        return members.subList(from, Math.max(from, until));
    }

    /** The first place whose datestamp is not before this moment. */
    private static int firstAt(List<MemoryItem> items, Instant moment) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).datestamp().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
