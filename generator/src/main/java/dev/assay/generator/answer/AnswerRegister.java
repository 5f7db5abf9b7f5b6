package dev.assay.generator.answer;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.generator.store.Documents;
import dev.assay.generator.store.GeneratorStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The register of answers. Storing an answer decides it: of several answers under one key the first stored is the answer,
 * and only it may be published.
 */
@ApplicationScoped
public class AnswerRegister {

    private static final String KEY = "fingerprint, prompt_digest, task_id, stage, round, sample_index, epoch";
    private static final String KEYS =
            "unnest(:fingerprints, :promptDigests, :tasks, :stages, :rounds, :indexes, :epochs)";

    private final GeneratorStore store;

    AnswerRegister(GeneratorStore store) {
        this.store = store;
    }

    /** The stored answers among these keys. */
    public Map<AnswerKey, StoredAnswer> find(Collection<AnswerKey> keys) {
        return store.jdbi().withHandle(handle -> find(handle, keys));
    }

    /**
     * Stores these answers, unless there is one under their key already, and returns the answers that are stored now: one
     * for each key, which is the given one or the earlier one.
     *
     * @param answers with distinct keys
     */
    public Map<AnswerKey, StoredAnswer> keep(Collection<ReadAnswer> answers) {
        if (answers.isEmpty()) {
            return Map.of();
        }
        List<ReadAnswer> sorted = answers.stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        return store.jdbi().inTransaction(handle -> {
            keepLongCode(handle, sorted);
            Set<AnswerKey> inserted = insert(handle, sorted);
            Map<AnswerKey, StoredAnswer> winners = new HashMap<>();
            List<AnswerKey> lost = new ArrayList<>();
            for (ReadAnswer each : sorted) {
                if (inserted.contains(each.key())) {
                    winners.put(each.key(), each.answer());
                } else {
                    lost.add(each.key());
                }
            }
            winners.putAll(find(handle, lost));
            return winners;
        });
    }

    /** The code with this digest, if it is long enough to have been stored apart. */
    public Optional<byte[]> longCode(Digest digest) {
        return store.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select content from generator.answer_blob where digest = :digest")
                                .bind("digest", digest.hex())
                                .mapTo(byte[].class)
                                .findOne());
    }

    private static Set<AnswerKey> insert(Handle handle, List<ReadAnswer> answers) {
        var statement =
                handle.createQuery("insert into generator.answer (" + KEY + ", document, long_code) select * from "
                        + KEYS.replace(")", ", :documents, :longCodes)") + " on conflict do nothing returning " + KEY);
        bind(statement, answers, ReadAnswer::key);
        return statement
                .bind(
                        "documents",
                        new Documents(answers.stream()
                                .map(each -> Json.bytes(each.answer()))
                                .toList()))
                .bindArray(
                        "longCodes",
                        String.class,
                        answers.stream().map(AnswerRegister::longCodeOf).toArray())
                .map((row, context) -> key(row))
                .set();
    }

    private static @Nullable String longCodeOf(ReadAnswer answer) {
        String code = answer.longCode();
        return code == null ? null : Digest.of(code).hex();
    }

    private static void keepLongCode(Handle handle, List<ReadAnswer> answers) {
        for (ReadAnswer each : answers) {
            String code = each.longCode();
            if (code != null) {
                byte[] content = code.getBytes(StandardCharsets.UTF_8);
                handle.createUpdate("insert into generator.answer_blob (digest, content) values (:digest, :content)"
                                + " on conflict do nothing")
                        .bind("digest", Digest.of(content).hex())
                        .bind("content", content)
                        .execute();
            }
        }
    }

    private static Map<AnswerKey, StoredAnswer> find(Handle handle, Collection<AnswerKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var query = handle.createQuery(
                "select a.* from " + KEYS + " as k(" + KEY + ") join generator.answer a using (" + KEY + ")");
        bind(query, keys, Function.identity());
        Map<AnswerKey, StoredAnswer> found = new HashMap<>();
        query.map((row, context) -> Map.entry(key(row), Json.read(row.getBytes("document"), StoredAnswer.class)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static <T> void bind(SqlStatement<?> statement, Collection<T> items, Function<T, AnswerKey> key) {
        List<AnswerKey> keys = items.stream().map(key).toList();
        statement
                .bindArray("fingerprints", String.class, column(keys, AnswerKey::fingerprint))
                .bindArray(
                        "promptDigests",
                        String.class,
                        column(keys, each -> each.promptDigest().hex()))
                .bindArray(
                        "tasks", String.class, column(keys, each -> each.task().value()))
                .bindArray("stages", Integer.class, column(keys, AnswerKey::stage))
                .bindArray("rounds", Integer.class, column(keys, AnswerKey::round))
                .bindArray("indexes", Integer.class, column(keys, AnswerKey::index))
                .bindArray("epochs", String.class, column(keys, AnswerKey::epoch));
    }

    private static <T> List<T> column(List<AnswerKey> keys, Function<AnswerKey, T> value) {
        return keys.stream().map(value).toList();
    }

    private static AnswerKey key(ResultSet row) throws SQLException {
        return new AnswerKey(
                row.getString("fingerprint"),
                new Digest(row.getString("prompt_digest")),
                new TaskId(row.getString("task_id")),
                row.getInt("stage"),
                row.getInt("round"),
                row.getInt("sample_index"),
                row.getString("epoch"));
    }
}
