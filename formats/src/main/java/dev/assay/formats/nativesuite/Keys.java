package dev.assay.formats.nativesuite;

import java.util.List;

/** Every key of {@code suite.yaml} and of a task file; the published JSON Schemas name the same. */
final class Keys {

    static final List<String> SUITE = List.of(
            "name",
            "version",
            "last_updated",
            "description",
            "categories",
            "weights",
            "tolerances",
            "rubric",
            "limits",
            "environment",
            "changelog");
    static final List<String> RUBRIC = List.of("dimension", "weight");
    static final List<String> ENVIRONMENT = List.of("image");
    static final List<String> CHANGE = List.of("version", "date", "changes");
    static final List<String> LIMITS = List.of("wall_seconds", "cpu_seconds", "memory_mb", "output_kb", "processes");

    static final List<String> TASK = List.of(
            "id",
            "version",
            "status",
            "category",
            "subcategory",
            "language",
            "complexity",
            "tags",
            "tier",
            "cluster",
            "last_reviewed",
            "published_at",
            "variant_of",
            "prompt",
            "messages",
            "suffix",
            "response_schema",
            "context_files",
            "reference",
            "evaluation",
            "criteria",
            "failure_conditions",
            "limits",
            "success",
            "stages");
    static final List<String> VARIANT = List.of("task", "kind");
    static final List<String> MESSAGE = List.of("role", "content");
    static final List<String> CONTEXT_FILE = List.of("path");
    static final List<String> TESTS = List.of("group", "type", "entry_point", "code");
    static final List<String> IO = List.of("group", "type", "entry_point", "cases", "compare");
    static final List<String> CASE = List.of("input", "output");
    static final List<String> STAGE = List.of("name", "activity", "inputs");
    static final List<String> SUCCESS = List.of("measure", "at_least");

    static final List<String> CATEGORIES = List.of(
            "generation", "completion", "refactor", "repair", "review", "search", "reasoning", "security", "pipeline");
    static final List<String> COMPLEXITIES = List.of("low", "medium", "high");
    static final List<String> STATUSES = List.of("active", "retired");
    static final List<String> ROLES = List.of("system", "user", "assistant");
    static final List<String> EVALUATIONS = List.of("tests", "io");
    static final List<String> LATER_EVALUATIONS =
            List.of("schema", "reference", "criteria", "findings", "ranking", "patch");
    static final List<String> COMPARISONS = List.of("exact", "approx", "unordered");
    static final List<String> LANGUAGES = List.of("python");

    /** Components of the composite score beside {@code pass@k}. */
    static final List<String> WEIGHTS =
            List.of("pass@1", "type_errors", "security_findings", "complexity_delta", "human_accept_rate");

    private Keys() {}

    /** What a user reads who asks for something that Assay cannot do by now. */
    static String notYet(String what) {
        return what + " is not supported yet, see docs/suites.md";
    }
}
