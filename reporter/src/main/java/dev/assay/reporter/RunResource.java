package dev.assay.reporter;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.reporter.history.History;
import dev.assay.reporter.history.ScoredRun;
import dev.assay.reporter.report.MarkdownReport;
import dev.assay.reporter.report.Report;
import dev.assay.reporter.report.ReportWriter;
import dev.assay.reporter.report.TextReport;
import dev.assay.wire.rest.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reports of runs. A report waits for scores that are on their way; with {@code revision}, a revision of the run's record
 * that the caller has seen elsewhere, it waits for that one, too.
 */
@Path("/reporter/runs")
@RunOnVirtualThread
public class RunResource {

    private static final int MOST_RUNS = 1_000;
    private static final int MOST_REVISIONS = 999_999_999;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final History history;
    private final Arrival arrival;

    RunResource(History history, Arrival arrival) {
        this.history = history;
        this.arrival = arrival;
    }

    /** The newest runs, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RunRecord> newest(@QueryParam("limit") @DefaultValue("20") String limit) {
        return history.newest(number("limit", limit, 1, MOST_RUNS));
    }

    /** {@code report.json}. */
    @GET
    @Path("{run}/report")
    @Produces(MediaType.APPLICATION_JSON)
    public String json(@PathParam("run") String run, @QueryParam("revision") @DefaultValue("0") String revision)
            throws InterruptedException {
        return Json.prettyText(report(run, revision));
    }

    /** {@code report.md}. */
    @GET
    @Path("{run}/report.md")
    @Produces("text/markdown;charset=UTF-8")
    public String markdown(@PathParam("run") String run, @QueryParam("revision") @DefaultValue("0") String revision)
            throws InterruptedException {
        return MarkdownReport.of(report(run, revision));
    }

    /** The report for a terminal. */
    @GET
    @Path("{run}/report.txt")
    @Produces("text/plain;charset=UTF-8")
    public String text(@PathParam("run") String run, @QueryParam("revision") @DefaultValue("0") String revision)
            throws InterruptedException {
        return TextReport.of(report(run, revision));
    }

    private Report report(String run, String revision) throws InterruptedException {
        ScoredRun scored = arrival.await(id(run), number("revision", revision, 0, MOST_REVISIONS))
                .orElseThrow(() -> unknown(run));
        return ReportWriter.write(scored.run(), scored.scores());
    }

    private static RunId id(String run) {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw unknown(run);
        }
    }

    private static int number(String name, String text, int least, int most) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new ProblemException(
                400, "Bad request", name + " must be a number from " + least + " to " + most + ", got '" + text + "'");
    }

    private static ProblemException unknown(String run) {
        return new ProblemException(404, "Unknown run", "there is no run '" + run + "'");
    }
}
