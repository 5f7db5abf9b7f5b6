package dev.assay.generator;

import dev.assay.generator.recording.InvalidRecordingException;
import dev.assay.generator.recording.RecordingSummary;
import dev.assay.generator.recording.Recordings;
import dev.assay.wire.rest.ProblemException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes recordings. */
@Path("/generator/recordings")
public class RecordingResource {

    private final Recordings recordings;

    RecordingResource(Recordings recordings) {
        this.recordings = recordings;
    }

    /**
     * Stores a recording; the same recording again is found by its digest.
     *
     * @param lines JSON lines of recorded answers; the lines of a task in their order are its samples 0, 1, 2, …
     * @param encoding {@code gzip} if the lines are compressed
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public RecordingSummary add(
            InputStream lines, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        try {
            return recordings.add("gzip".equalsIgnoreCase(encoding) ? new GZIPInputStream(lines) : lines);
        } catch (InvalidRecordingException e) {
            throw new ProblemException(400, "Not a recording", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ProblemException(400, "Not a recording", "the body could not be read: " + e.getMessage());
        }
    }
}
