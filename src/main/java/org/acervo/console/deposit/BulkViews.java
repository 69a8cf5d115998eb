package org.acervo.console.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.console.Desk;
import org.acervo.deposit.bulk.BulkDeposits;
import org.acervo.deposit.bulk.BulkJob;
import org.acervo.deposit.bulk.Outcome;
import org.acervo.deposit.bulk.SheetFinding;
import org.jspecify.annotations.Nullable;

/** Tells of jobs in the words of whoever looks. For one request. */
@Dependent
public final class BulkViews {

    static final String LIST = "console/deposit/bulk.ftlh";
    static final String JOB = "console/deposit/job.ftlh";

    private final Desk desk;

    @Inject
    BulkViews(Desk desk) {
        this.desk = desk;
    }

    /** What may become of rows. */
    public record Then(String code, String name) {}

    /** A job in the list. */
    public record Line(String id, String state, String look, String note, String created) {}

    /** The page of all jobs. */
    public record ListView(List<Line> jobs, List<Then> thens, List<String> problems) {}

    /** How many rows came to something. */
    public record Tally(String name, String count) {}

    /**
     * What is said of a cell or a row.
     *
     * @param row of the sheet, as spreadsheet programs count
     * @param publication an id, or nothing
     */
    public record Row(String row, String result, String look, String publication, List<Said> findings) {}

    /** A finding with its cell. */
    public record Said(String cell, String text, boolean error) {}

    /**
     * The page of one job.
     *
     * @param runs whether it was tried without a row that would be refused for its form, and may be run
     * @param next the way to the rows after those that are shown, or null
     */
    public record JobView(
            String id,
            String state,
            String look,
            String then,
            boolean dryRun,
            boolean ended,
            String done,
            String total,
            int percent,
            List<Tally> tally,
            List<Said> findings,
            List<Row> rows,
            @Nullable String next,
            boolean runs,
            List<Then> thens,
            String chosen,
            List<String> problems) {}

    ListView list(List<BulkDeposits.Progress> jobs, List<String> problems) {
        return new ListView(jobs.stream().map(each -> line(each.job())).toList(), thens(), problems);
    }

    private Line line(BulkJob job) {
        return new Line(
                job.id(),
                text("job." + job.state().code()),
                look(job.state()),
                text(job.wish().dryRun() ? "job.try" : "job.run") + " · " + desk.text(LIST, "job.rows", job.total()),
                desk.moment(job.created()));
    }

    /** Only who may publish is offered it. */
    private List<Then> thens() {
        return Arrays.stream(BulkJob.Then.values())
                .filter(each -> each != BulkJob.Then.PUBLISH || desk.caller().may(Right.PUBLISH))
                .map(each -> new Then(each.code(), text("then." + each.code())))
                .toList();
    }

    JobView job(BulkDeposits.Progress progress, List<Outcome> outcomes, int from, int most, List<String> problems) {
        BulkJob job = progress.job();
        List<Row> rows =
                outcomes.stream().limit(most).map(each -> row(each, job)).toList();
        String next = outcomes.size() > most
                ? "bulk/" + job.id() + "?after=" + outcomes.get(most - 1).row()
                : null;
        return new JobView(
                job.id(),
                text("job." + job.state().code()),
                look(job.state()),
                text("then." + job.wish().then().code()),
                job.wish().dryRun(),
                job.state().isEnd(),
                desk.number(progress.done()),
                desk.number(job.total()),
                job.total() == 0 ? 100 : 100 * progress.done() / job.total(),
                tally(progress),
                job.findings().stream().map(this::said).toList(),
                rows,
                next,
                job.wish().dryRun() && job.state() == BulkJob.State.DONE,
                thens(),
                job.wish().then().code(),
                problems);
    }

    private List<Tally> tally(BulkDeposits.Progress progress) {
        List<Tally> all = new ArrayList<>();
        for (Outcome.Result each : Outcome.Result.values()) {
            int count = progress.tally().getOrDefault(each, 0);
            if (count > 0) {
                String kind = progress.job().wish().dryRun() ? "would." : "did.";
                all.add(new Tally(text(kind + each.code()), desk.number(count)));
            }
        }
        return all;
    }

    private Row row(Outcome outcome, BulkJob job) {
        String kind = job.wish().dryRun() ? "would." : "did.";
        return new Row(
                Integer.toString(outcome.row()),
                text(kind + outcome.result().code()),
                outcome.result() == Outcome.Result.REFUSED ? "bad" : "good",
                outcome.publication() == null ? "" : outcome.publication().toString(),
                outcome.findings().stream().map(this::said).toList());
    }

    private Said said(SheetFinding finding) {
        return new Said(finding.cell(), finding.finding().message(desk.language()), finding.isError());
    }

    List<String> problems(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.message(desk.language()))
                .distinct()
                .toList();
    }

    private static String look(BulkJob.State state) {
        return switch (state) {
            case DONE -> "good";
            case WAITING, RUNNING -> "wait";
            case CANCELLED -> "quiet";
            case FAILED -> "bad";
        };
    }

    private String text(String key) {
        return desk.texts(LIST).getOrDefault(key, key);
    }
}
