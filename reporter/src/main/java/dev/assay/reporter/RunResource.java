package dev.assay.reporter;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.reporter.history.History;
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
import java.time.Duration;
import java.util.List;

/** Reports of runs. */
@Path("/reporter/runs")
@RunOnVirtualThread
public class RunResource {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int MOST = 1_000;

    private final History history;
    private final ReporterConfig config;

    RunResource(History history, ReporterConfig config) {
        this.history = history;
        this.config = config;
    }

    /** The newest runs, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RunRecord> newest(@QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(400, "Bad request", "limit must be 1 to " + MOST + ", got " + limit);
        }
        return history.newest(limit);
    }

    /** {@code report.json}. */
    @GET
    @Path("{run}/report")
    @Produces(MediaType.APPLICATION_JSON)
    public String json(@PathParam("run") String run) throws InterruptedException {
        return Json.prettyText(report(run));
    }

    /** {@code report.md}. */
    @GET
    @Path("{run}/report.md")
    @Produces("text/markdown;charset=UTF-8")
    public String markdown(@PathParam("run") String run) throws InterruptedException {
        return MarkdownReport.of(report(run));
    }

    /** The report for a terminal. */
    @GET
    @Path("{run}/report.txt")
    @Produces("text/plain;charset=UTF-8")
    public String text(@PathParam("run") String run) throws InterruptedException {
        return TextReport.of(report(run));
    }

    private Report report(String run) throws InterruptedException {
        RunId id = id(run);
        long end = System.nanoTime() + config.reportPatience().toNanos();
        while (true) {
            RunRecord known = history.run(id)
                    .orElseThrow(() -> new ProblemException(404, "Unknown run", "there is no run " + id));
            List<RunScored> scores = history.scores(id);
            boolean arriving = known.state() == RunState.JUDGED
                    || known.state() == RunState.FINISHED
                            && scores.size() < known.subjects().size();
            if (!arriving || System.nanoTime() > end) {
                return ReportWriter.write(known, scores);
            }
            Thread.sleep(INTERVAL);
        }
    }

    private static RunId id(String run) {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(404, "Unknown run", "there is no run '" + run + "'");
        }
    }
}
