package dev.assay.orchestrator.suite;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.orchestrator.blob.Blob;
import dev.assay.wire.access.BlobKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A suite taken apart: tasks by digest, and the blobs behind the digests.
 *
 * @param digest over the sorted (task id, task digest) of the active tasks: independent of their order, and of
 *     everything in the head
 * @param tasks in the author's order
 * @param blobs may hold one content several times
 */
public record SuiteContents(Digest digest, List<SuiteTask> tasks, List<Blob> blobs) {
    /** Copies the lists. */
    public SuiteContents {
        tasks = List.copyOf(tasks);
        blobs = List.copyOf(blobs);
    }

    /**
     * Takes a suite apart.
     *
     * @throws InvalidSuiteException if no task is active, or a context file is missing or not what its digest says
     */
    public static SuiteContents of(SuiteDocument suite) {
        List<Blob> blobs = new ArrayList<>();
        suite.contextFiles().forEach((digest, text) -> blobs.add(contextFile(digest, text)));
        List<SuiteTask> tasks = new ArrayList<>();
        for (TaskDocument task : suite.tasks()) {
            requireContextFiles(task, suite.contextFiles());
            tasks.add(task(task, blobs));
        }
        return new SuiteContents(digest(tasks), tasks, blobs);
    }

    private static SuiteTask task(TaskDocument task, List<Blob> blobs) {
        Digest prompt = add(blobs, BlobKind.PROMPT, task.prompt());
        Digest judge = add(blobs, BlobKind.JUDGE, task.judge());
        Digest meta = Digest.of(Json.canonical(task.meta()));
        return new SuiteTask(
                task.id(),
                task.status() == TaskDocument.Status.ACTIVE,
                taskDigest(prompt, judge, meta),
                prompt,
                judge,
                task.reference() == null ? null : add(blobs, BlobKind.PROMPT, task.reference()),
                task.judge().groups().stream().map(Evaluation::group).toList(),
                task.meta());
    }

    static Digest taskDigest(Digest prompt, Digest judge, Digest meta) {
        return Digest.of(Json.canonical(Map.of("promptDigest", prompt, "judgeDigest", judge, "metaDigest", meta)));
    }

    static Digest digest(List<SuiteTask> tasks) {
        List<List<String>> active = tasks.stream()
                .filter(SuiteTask::active)
                .sorted(Comparator.comparing(SuiteTask::id))
                .map(task -> List.of(task.id().value(), task.taskDigest().hex()))
                .toList();
        if (active.isEmpty()) {
            throw new InvalidSuiteException("tasks: none of them is active");
        }
        return Digest.of(Json.canonical(active));
    }

    private static Digest add(List<Blob> blobs, BlobKind kind, Object content) {
        Blob blob = Blob.of(kind, Json.canonical(content));
        blobs.add(blob);
        return blob.digest();
    }

    private static Blob contextFile(Digest digest, String text) {
        Blob blob = Blob.of(BlobKind.PROMPT, text.getBytes(StandardCharsets.UTF_8));
        if (!blob.digest().equals(digest)) {
            throw new InvalidSuiteException("contextFiles: the content under " + digest.abbreviated()
                    + " has the digest " + blob.digest().abbreviated());
        }
        return blob;
    }

    private static void requireContextFiles(TaskDocument task, Map<Digest, String> contents) {
        for (Prompt.ContextFile file : task.prompt().contextFiles()) {
            if (!contents.containsKey(file.digest())) {
                throw new InvalidSuiteException("tasks: task '" + task.id() + "' needs the context file '" + file.path()
                        + "', which is not among contextFiles");
            }
        }
    }
}
