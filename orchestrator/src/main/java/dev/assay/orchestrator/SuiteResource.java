package dev.assay.orchestrator;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.orchestrator.run.RunOpening;
import dev.assay.orchestrator.run.SuiteStatus;
import dev.assay.orchestrator.run.SuiteStatuses;
import dev.assay.orchestrator.suite.Suite;
import dev.assay.orchestrator.suite.Suites;
import dev.assay.orchestrator.suite.Suites.Registration;
import dev.assay.orchestrator.suite.UnknownSuiteException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Suites over REST. */
@Path("/orchestrator/suites")
@Produces(MediaType.APPLICATION_JSON)
public class SuiteResource {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int DIGEST_LENGTH = 64;

    private final Suites suites;
    private final SuiteStatuses statuses;
    private final RunOpening opening;
    private final Orchestration orchestration;

    SuiteResource(Suites suites, SuiteStatuses statuses, RunOpening opening, Orchestration orchestration) {
        this.suites = suites;
        this.statuses = statuses;
        this.opening = opening;
        this.orchestration = orchestration;
    }

    /** Registers a suite: 201 if it is new, 200 if its digest was known. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = SuiteDocument.class)))
    public Response register(byte[] body, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        Registration registration = suites.register(JsonBody.read(body, encoding, SuiteDocument.class), Instant.now());
        return Response.status(registration.created() ? CREATED : OK)
                .entity(statuses.of(registration.suite(), registration.created()))
                .build();
    }

    /** All suites, the newest first. */
    @GET
    public List<SuiteStatus> list() {
        return suites.all().stream().map(suite -> statuses.of(suite, false)).toList();
    }

    /**
     * One suite.
     *
     * @param suite its digest, its name, or {@code name@version}; of several suites the one registered last
     */
    @GET
    @Path("{suite}")
    public SuiteStatus get(@PathParam("suite") String suite) {
        return statuses.of(find(suite), false);
    }

    /**
     * Judges all references of a suite anew, unless that is under way; gives the run that does it.
     *
     * @param minimumIsolation an {@link Isolation}
     */
    @POST
    @Path("{suite}/validation")
    public Response validate(
            @PathParam("suite") String suite,
            @QueryParam("minimumIsolation") @DefaultValue("HOST_NS") String minimumIsolation) {
        RunRecord run = opening.validate(
                find(suite).digest(), Choice.of("minimumIsolation", minimumIsolation, Isolation.class));
        orchestration.wake();
        return Response.status(ACCEPTED).entity(run).build();
    }

    private Suite find(String wanted) {
        return byDigest(wanted).or(() -> byName(wanted)).orElseThrow(() -> new UnknownSuiteException(wanted));
    }

    private Optional<Suite> byDigest(String wanted) {
        return wanted.length() == DIGEST_LENGTH && !wanted.contains("@")
                ? suites.find(digest(wanted))
                : Optional.empty();
    }

    private Optional<Suite> byName(String wanted) {
        int at = wanted.lastIndexOf('@');
        return at < 0 ? suites.find(wanted) : suites.find(wanted.substring(0, at), wanted.substring(at + 1));
    }

    private static Digest digest(String wanted) {
        try {
            return new Digest(wanted);
        } catch (IllegalArgumentException e) {
            throw new UnknownSuiteException(wanted);
        }
    }
}
