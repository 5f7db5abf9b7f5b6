package dev.assay.scorer;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.scorer.execution.Executions;
import dev.assay.scorer.execution.RunPartitions;
import dev.assay.scorer.execution.VerdictLine;
import dev.assay.scorer.scoring.FrozenScores;
import dev.assay.wire.rest.ProblemException;
import dev.assay.wire.run.RunView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Verdicts and scores of a run. */
@Path("/scorer/runs/{run}")
@Blocking
public class RunResource {

    private static final int BUFFER = 64 * 1024;

    private final RunView runs;
    private final RunPartitions partitions;
    private final Executions executions;
    private final FrozenScores frozen;

    RunResource(RunView runs, RunPartitions partitions, Executions executions, FrozenScores frozen) {
        this.runs = runs;
        this.partitions = partitions;
        this.executions = executions;
        this.frozen = frozen;
    }

    /** {@code verdicts.jsonl}: the effective verdicts so far, a line each, in the order of subjects, tasks and samples. */
    @GET
    @Path("verdicts")
    @Produces("application/x-ndjson")
    public StreamingOutput verdicts(@PathParam("run") String run) {
        Optional<Integer> runNo = stored(id(run));
        return output -> {
            OutputStream lines = new BufferedOutputStream(output, BUFFER);
            if (runNo.isPresent()) {
                executions.forEachEffective(runNo.get(), verdict -> write(VerdictLine.of(verdict), lines));
            }
            lines.flush();
        };
    }

    /** The frozen scores, one per subject; none before the run is judged. */
    @GET
    @Path("scores")
    @Produces(MediaType.APPLICATION_JSON)
    public List<RunScored> scores(@PathParam("run") String run) {
        return stored(id(run)).map(frozen::newest).orElse(List.of());
    }

    private static void write(VerdictLine line, OutputStream to) {
        try {
            to.write(Json.bytes(line));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of a run of which something is stored; empty for one that has only begun. */
    private Optional<Integer> stored(RunId run) {
        Optional<Integer> runNo = partitions.runNo(run);
        if (runNo.isEmpty() && runs.find(run).isEmpty()) {
            throw new ProblemException(404, "Unknown run", "there is no run '" + run + "'");
        }
        return runNo;
    }

    private static RunId id(String run) {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(404, "Unknown run", "there is no run '" + run + "'");
        }
    }
}
