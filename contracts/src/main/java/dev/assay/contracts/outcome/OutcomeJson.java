package dev.assay.contracts.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.assay.contracts.outcome.NotJudged.Blame;
import org.jspecify.annotations.Nullable;

/**
 * How an outcome stands in JSON: {@code {"name":"PASSED"}}, or {@code {"name":"NOT_JUDGED","code":…,"blame":…,"retryable":…}}.
 *
 * @param name the outcome's label
 * @param code of NOT_JUDGED only
 * @param blame of NOT_JUDGED only
 * @param retryable of NOT_JUDGED only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeJson(
        String name,
        @Nullable String code,
        @Nullable Blame blame,
        @Nullable Boolean retryable) {

    static OutcomeJson of(Outcome outcome) {
        return switch (outcome) {
            case Judged judged -> new OutcomeJson(judged.label(), null, null, null);
            case NotJudged(String code, Blame blame, boolean retryable) ->
                new OutcomeJson(NotJudged.LABEL, code, blame, retryable);
        };
    }

    Outcome toOutcome() {
        if (!NotJudged.LABEL.equals(name)) {
            return Judged.valueOf(name);
        }
        if (code == null || blame == null || retryable == null) {
            throw new IllegalArgumentException("NOT_JUDGED needs code, blame and retryable");
        }
        return new NotJudged(code, blame, retryable);
    }

    static final class FromOutcome extends StdConverter<Outcome, OutcomeJson> {
        @Override
        public OutcomeJson convert(Outcome outcome) {
            return of(outcome);
        }
    }

    static final class ToOutcome extends StdConverter<OutcomeJson, Outcome> {
        @Override
        public Outcome convert(OutcomeJson json) {
            return json.toOutcome();
        }
    }

    static final class ToJudged extends StdConverter<OutcomeJson, Judged> {
        @Override
        public Judged convert(OutcomeJson json) {
            return Judged.valueOf(json.name());
        }
    }

    static final class ToNotJudged extends StdConverter<OutcomeJson, NotJudged> {
        @Override
        public NotJudged convert(OutcomeJson json) {
            return (NotJudged) json.toOutcome();
        }
    }
}
