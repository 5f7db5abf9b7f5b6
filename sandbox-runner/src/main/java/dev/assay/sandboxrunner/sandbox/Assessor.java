package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.GroupResult;
import dev.assay.contracts.event.VerdictReached.LimitHit;
import dev.assay.contracts.event.VerdictReached.Resources;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.sandboxrunner.sandbox.Observation.End;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns an observation into a judgement. Believes nothing: a group passed only if it reports as many passed checks as the
 * kit holds, and a limit that fired overrules what the judge said.
 */
final class Assessor {

    private static final int LONGEST_TYPE = 200;
    private static final int LONGEST_TEST = 500;
    private static final Pattern CHANGING = Pattern.compile("0x[0-9a-fA-F]+|\\d+");

    private final Isolation level;
    private final String runtime;

    Assessor(Isolation level, String runtime) {
        this.level = level;
        this.runtime = runtime;
    }

    /** The judgement, or empty if the observation could be the sandbox's failure as well as the sample's doing. */
    Optional<Judgement> assess(Submission submission, Observation observation) {
        if (observation.end() == End.JUDGE_ENDED || observation.end() == End.NOT_STARTED) {
            return Optional.empty();
        }
        Map<Integer, GroupReport> reports = new HashMap<>();
        List<String> opaque = List.of();
        for (byte[] packet : observation.reports()) {
            GroupReport report;
            try {
                report = Json.read(packet, GroupReport.class);
            } catch (UncheckedIOException e) {
                return Optional.empty();
            }
            if (report.invalid() != null) {
                return Optional.of(invalidJudge(submission, report.invalid()));
            }
            if (report.group() != null) {
                reports.putIfAbsent(report.group(), report);
            }
            if (report.opaque() != null) {
                opaque = report.opaque().stream()
                        .limit(20)
                        .map(name -> PlainText.of(name, LONGEST_TYPE))
                        .toList();
            }
        }
        return judge(submission, observation, reports, opaque);
    }

    private Optional<Judgement> judge(
            Submission submission, Observation observation, Map<Integer, GroupReport> reports, List<String> opaque) {
        @Nullable Judged limit = limitOutcome(observation.end());
        List<GroupResult> results = new ArrayList<>();
        @Nullable Detail detail = limit == null ? null : limitDetail(submission, observation, limit);
        Judged outcome = limit == null ? Judged.PASSED : limit;
        List<Evaluation> groups = submission.kit().judge().groups();
        for (int n = 0; n < groups.size(); n++) {
            Evaluation group = groups.get(n);
            GroupReport report = reports.get(n);
            if (report == null && limit == null) {
                return Optional.empty();
            }
            GroupResult result =
                    report == null ? new GroupResult(group.group(), outcome, 0, group.checks()) : result(group, report);
            if (result == null) {
                return Optional.empty();
            }
            results.add(result);
            if (outcome == Judged.PASSED && result.outcome() != Judged.PASSED && report != null) {
                outcome = result.outcome();
                detail = detail(report);
            }
        }
        return Optional.of(new Judgement(
                outcome,
                detail,
                results,
                resources(observation),
                limitHit(observation.end(), outcome),
                opaque,
                submission.assurance(),
                level,
                runtime));
    }

    /** What a group's report amounts to; null if it is not one that a judge sends. */
    private static @Nullable GroupResult result(Evaluation group, GroupReport report) {
        Integer passed = report.passed();
        if (passed == null || passed < 0 || passed > group.checks() || report.outcome() == null) {
            return null;
        }
        Judged outcome;
        try {
            outcome = Judged.valueOf(report.outcome());
        } catch (IllegalArgumentException e) {
            return null;
        }
        if ((outcome == Judged.PASSED) != (passed == group.checks())) {
            return null;
        }
        return new GroupResult(group.group(), outcome, passed, group.checks());
    }

    private static Detail detail(GroupReport report) {
        String type = PlainText.of(report.type() == null ? "" : report.type(), LONGEST_TYPE);
        String message = PlainText.of(report.message() == null ? "" : report.message(), Detail.MAX_MESSAGE);
        String test = report.failingTest() == null ? null : PlainText.of(report.failingTest(), LONGEST_TEST);
        return new Detail(type, message, test, normalised(type, message));
    }

    private static Detail limitDetail(Submission submission, Observation observation, Judged limit) {
        String message = switch (observation.end()) {
            case WALL -> "still running after " + submission.limits().wallSeconds() + " s";
            case CPU -> "used more than " + submission.limits().cpuSeconds() + " s of CPU time";
            case MEMORY -> "used more than " + submission.limits().memoryMb() + " MiB of memory";
            case OUTPUT -> "printed more than " + submission.limits().outputKb() + " KiB";
            case JUDGED, JUDGE_ENDED, NOT_STARTED -> "";
        };
        return new Detail(limit.name(), message, null, normalised(limit.name(), ""));
    }

    private static Digest normalised(String type, String message) {
        return Digest.of(type + ": " + CHANGING.matcher(message).replaceAll("#"));
    }

    private static @Nullable Judged limitOutcome(End end) {
        return switch (end) {
            case WALL, CPU -> Judged.TIMEOUT;
            case MEMORY -> Judged.MEMORY_LIMIT;
            case OUTPUT -> Judged.OUTPUT_LIMIT;
            case JUDGED, JUDGE_ENDED, NOT_STARTED -> null;
        };
    }

    private static @Nullable LimitHit limitHit(End end, Judged outcome) {
        return switch (end) {
            case WALL -> LimitHit.WALL;
            case CPU -> LimitHit.CPU;
            case MEMORY -> LimitHit.MEMORY;
            case OUTPUT -> LimitHit.OUTPUT;
            case JUDGED, JUDGE_ENDED, NOT_STARTED -> outcome == Judged.MEMORY_LIMIT ? LimitHit.MEMORY : null;
        };
    }

    private static Resources resources(Observation observation) {
        return new Resources(
                Math.round(observation.wallMillis()), Math.round(observation.cpuMillis()), observation.peakMemoryKb());
    }

    private Judgement invalidJudge(Submission submission, String reason) {
        return notJudged(submission, new NotJudged("INVALID_JUDGE", Blame.SUITE, false), reason);
    }

    /** A judgement that says that we failed. */
    Judgement notJudged(Submission submission, NotJudged outcome, String message) {
        Detail detail = new Detail(outcome.code(), PlainText.of(message, Detail.MAX_MESSAGE), null, null);
        return judgement(submission, outcome, detail);
    }

    /** The judgement of a sample that ended two slots whose canaries were fine. */
    Judgement sandboxKiller(Submission submission, String message) {
        Detail detail = new Detail("SANDBOX_KILLED", PlainText.of(message, Detail.MAX_MESSAGE), null, null);
        List<GroupResult> groups = submission.kit().judge().groups().stream()
                .map(group -> new GroupResult(group.group(), Judged.ERROR, 0, group.checks()))
                .toList();
        return new Judgement(
                Judged.ERROR, detail, groups, null, null, List.of(), submission.assurance(), level, runtime);
    }

    private Judgement judgement(Submission submission, Outcome outcome, Detail detail) {
        return new Judgement(outcome, detail, List.of(), null, null, List.of(), submission.assurance(), level, runtime);
    }
}
