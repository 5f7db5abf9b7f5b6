package dev.assay.formats.nativesuite;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.Reference;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.contracts.suite.TaskDocument.Status;
import dev.assay.contracts.suite.TaskMeta;
import dev.assay.contracts.suite.TaskMeta.Variant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one task file. */
final class TaskReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");
    private static final int MAX_TIER = 3;

    private final PromptReader prompts;

    TaskReader(PromptReader prompts) {
        this.prompts = prompts;
    }

    /** @param suiteLimits which the task's own override */
    TaskFile read(Fields fields, Limits suiteLimits) {
        int before = fields.faults().count();
        String id = id(fields);
        boolean active = !"retired".equals(fields.word("status", Keys.STATUSES));
        fields.require("category");
        String category = fields.word("category", Keys.CATEGORIES);
        List<String> tags = fields.texts("tags");
        String language = language(fields);
        TaskMeta meta = meta(fields, category, language, tags);
        refuseWhatComesLater(fields);
        List<Evaluation> groups = EvaluationReader.read(fields);
        Optional<Prompt> prompt = prompts.read(fields, groups);
        Limits limits = LimitsReader.read(fields, suiteLimits);
        Reference reference = reference(fields);
        prompt.ifPresent(asked -> Leaks.check(fields, asked, prompts.contentsOf(asked), reference, groups));
        boolean sound = prompt.isPresent() && fields.faults().count() == before;
        return new TaskFile(
                fields,
                id,
                category,
                active,
                tags,
                sound
                        ? Optional.of(new TaskDocument(
                                new TaskId(id),
                                active ? Status.ACTIVE : Status.RETIRED,
                                prompt.get(),
                                new Judge(language, null, groups, limits),
                                reference,
                                meta))
                        : Optional.empty());
    }

    private static String id(Fields fields) {
        String id = fields.requiredText("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.fault(
                    "id", "'" + id + "' may have only letters, digits and . _ / - and begins with a letter or digit");
        }
        return id;
    }

    private static String language(Fields fields) {
        String language = fields.requiredText("language");
        if (!language.isEmpty() && !Keys.LANGUAGES.contains(language)) {
            fields.fault("language", Keys.notYet("the language '" + language + "'"));
        }
        return language;
    }

    private static TaskMeta meta(Fields fields, @Nullable String category, String language, List<String> tags) {
        Integer version = fields.integer("version", 1, Integer.MAX_VALUE);
        List<String> failureConditions = fields.texts("failure_conditions");
        if (!failureConditions.isEmpty()) {
            fields.warn("failure_conditions", "are kept, but nothing checks them yet");
        }
        return new TaskMeta(
                version == null ? 1 : version,
                category == null ? "" : category,
                fields.text("subcategory"),
                language,
                fields.word("complexity", Keys.COMPLEXITIES),
                tags,
                fields.integer("tier", 1, MAX_TIER),
                fields.text("cluster"),
                fields.date("last_reviewed"),
                fields.date("published_at"),
                variant(fields),
                fields.texts("criteria"),
                failureConditions);
    }

    private static @Nullable Variant variant(Fields fields) {
        Fields variant = fields.object("variant_of", Keys.VARIANT);
        return variant == null ? null : new Variant(variant.requiredText("task"), variant.requiredText("kind"));
    }

    private static @Nullable Reference reference(Fields fields) {
        String code = fields.text("reference");
        return code == null ? null : new Reference(CodeForm.SOLUTION, code);
    }

    private static void refuseWhatComesLater(Fields fields) {
        if (!fields.objects("stages", Keys.STAGE).isEmpty()) {
            fields.fault("stages", Keys.notYet("a task of several stages"));
        }
        Fields success = fields.object("success", Keys.SUCCESS);
        if (success != null && !success.keys().isEmpty()) {
            fields.fault("success", Keys.notYet("a graded task"));
        }
    }
}
