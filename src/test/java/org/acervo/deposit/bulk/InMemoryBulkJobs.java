package org.acervo.deposit.bulk;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/** Jobs in memory, beside publications in memory: what a failed transaction of those leaves is as it was before. */
public final class InMemoryBulkJobs implements BulkJobs {

    private Map<String, BulkJob> jobs = new HashMap<>();
    private Map<String, TreeMap<Integer, Outcome>> rows = new HashMap<>();

    public InMemoryBulkJobs(InMemoryPublications publications) {
        publications.keepWith(() -> {
            Map<String, BulkJob> oldJobs = new HashMap<>(jobs);
            Map<String, TreeMap<Integer, Outcome>> oldRows = new HashMap<>();
            rows.forEach((id, each) -> oldRows.put(id, new TreeMap<>(each)));
            return () -> {
                jobs = oldJobs;
                rows = oldRows;
            };
        });
    }

    @Override
    public boolean add(BulkJob job) {
        String key = job.upload().key();
        if (key != null && find(job.owner().name(), key).isPresent()) {
            return false;
        }
        return jobs.putIfAbsent(job.id(), job) == null;
    }

    @Override
    public Optional<BulkJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Optional<BulkJob> find(String owner, String key) {
        return jobs.values().stream()
                .filter(each -> each.owner().name().equals(owner)
                        && key.equals(each.upload().key()))
                .findFirst();
    }

    @Override
    public List<BulkJob> of(String owner, int limit) {
        return jobs.values().stream()
                .filter(each -> each.owner().name().equals(owner))
                .sorted(Comparator.comparing(BulkJob::created).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<BulkJob> unfinished() {
        return jobs.values().stream()
                .filter(each -> !each.state().isEnd())
                .sorted(Comparator.comparing(BulkJob::created))
                .toList();
    }

    @Override
    public void begin(String id, Instant at) {
        jobs.computeIfPresent(
                id,
                (same, job) -> job.state() == BulkJob.State.WAITING
                        ? with(job, BulkJob.State.RUNNING, at, null, job.findings())
                        : job);
    }

    @Override
    public boolean end(String id, BulkJob.State state, Instant at, List<SheetFinding> findings) {
        BulkJob job = jobs.get(id);
        if (job == null || job.state().isEnd()) {
            return false;
        }
        jobs.put(id, with(job, state, job.started(), at, findings));
        return true;
    }

    private static BulkJob with(
            BulkJob job, BulkJob.State state, Instant started, Instant ended, List<SheetFinding> findings) {
        return new BulkJob(
                job.id(),
                job.owner(),
                job.upload(),
                job.wish(),
                state,
                job.total(),
                job.created(),
                started,
                ended,
                findings);
    }

    private NavigableMap<Integer, Outcome> rows(String id) {
        return rows.computeIfAbsent(id, each -> new TreeMap<>());
    }

    @Override
    public BitSet settled(String id) {
        BitSet settled = new BitSet();
        rows(id).keySet().forEach(settled::set);
        return settled;
    }

    @Override
    public boolean claim(String id, int row) {
        return jobs.containsKey(id)
                && !jobs.get(id).state().isEnd()
                && rows(id).putIfAbsent(row, Outcome.refused(row, List.of())) == null;
    }

    @Override
    public void settle(String id, Outcome outcome) {
        rows(id).put(outcome.row(), outcome);
    }

    @Override
    public List<Outcome> outcomes(String id, int afterRow, int limit) {
        return rows(id).tailMap(afterRow, false).values().stream().limit(limit).toList();
    }

    @Override
    public Map<Outcome.Result, Integer> tally(String id) {
        Map<Outcome.Result, Integer> tally = new EnumMap<>(Outcome.Result.class);
        rows(id).values().forEach(each -> tally.merge(each.result(), 1, Integer::sum));
        return tally;
    }

    @Override
    public List<String> endedBefore(Instant time, int limit) {
        return jobs.values().stream()
                .filter(each -> each.ended() != null && each.ended().isBefore(time))
                .map(BulkJob::id)
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> about(PublicationId publication, @Nullable String mission) {
        return jobs.values().stream()
                .filter(each -> each.owner().mission() == null
                        || mission != null && each.owner().reaches(mission)
                        || rows(each.id()).values().stream().anyMatch(row -> publication.equals(row.publication())))
                .map(BulkJob::id)
                .toList();
    }

    @Override
    public void remove(String id) {
        jobs.remove(id);
        rows.remove(id);
    }
}
