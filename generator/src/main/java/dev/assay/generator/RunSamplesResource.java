package dev.assay.generator;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.generator.answer.RunSamples;
import dev.assay.wire.rest.ProblemException;
import dev.assay.wire.run.RunView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Gives out the samples of a run as JSON lines: the content of {@code samples.jsonl}. */
@Path("/generator/runs/{id}/samples")
public class RunSamplesResource {

    private final RunView runs;
    private final RunSamples samples;

    RunSamplesResource(RunView runs, RunSamples samples) {
        this.runs = runs;
        this.samples = samples;
    }

    /** One {@link dev.assay.generator.answer.SampleLine} a line, by subject, task and index; those stored so far. */
    @GET
    @Produces("application/x-ndjson")
    public StreamingOutput samples(@PathParam("id") String id) {
        RunId run = run(id);
        return output -> {
            try (OutputStream buffered = new BufferedOutputStream(output)) {
                samples.forEach(run, line -> write(buffered, Json.bytes(line)));
            }
        };
    }

    private RunId run(String id) {
        try {
            RunId run = new RunId(id);
            if (runs.find(run).isPresent()) {
                return run;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "Not a run id", String.valueOf(e.getMessage()));
        }
        throw new ProblemException(404, "No such run", "there is no run " + id);
    }

    private static void write(OutputStream output, byte[] line) {
        try {
            output.write(line);
            output.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
