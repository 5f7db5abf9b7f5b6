package dev.assay.cli.command;

import dev.assay.contracts.run.RunRecord.Trigger;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What started a run from the command line: commit, branch and pull request are known by themselves in CI. */
final class CiTrigger {

    private CiTrigger() {}

    static Trigger of(Map<String, String> environment, String user) {
        return new Trigger(
                "cli",
                first(environment, Stream.of("GITHUB_ACTOR", "GITLAB_USER_LOGIN", "BUILD_USER"), user),
                first(environment, Stream.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT"), null),
                first(
                        environment,
                        Stream.of("GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "GIT_BRANCH"),
                        null),
                first(environment, Stream.of("CI_MERGE_REQUEST_IID", "CHANGE_ID"), null));
    }

    private static @Nullable String first(
            Map<String, String> environment, Stream<String> names, @Nullable String otherwise) {
        return names.map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(otherwise);
    }
}
