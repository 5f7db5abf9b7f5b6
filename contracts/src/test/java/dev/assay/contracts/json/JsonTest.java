package dev.assay.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.Outcome;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void canonicalFormDoesNotDependOnTheOrderOfKeys() {
        JsonNode one = Json.read("{\"b\":[1,{\"d\":1,\"c\":2}],\"a\":1}", JsonNode.class);
        JsonNode other = Json.read("{ \"a\": 1, \"b\": [1, {\"c\": 2, \"d\": 1}] }", JsonNode.class);

        assertThat(Json.canonical(one)).isEqualTo(Json.canonical(other));
        assertThat(new String(Json.canonical(one), UTF_8)).isEqualTo("{\"a\":1,\"b\":[1,{\"c\":2,\"d\":1}]}");
    }

    @Test
    void canonicalFormOfARecordIsThatOfItsJson() {
        record Pair(int zebra, Map<String, Integer> ant) {}
        Map<String, Integer> map = new TreeMap<>(Map.of("y", 1, "x", 2));

        assertThat(new String(Json.canonical(new Pair(1, map)), UTF_8))
                .isEqualTo("{\"ant\":{\"x\":2,\"y\":1},\"zebra\":1}");
    }

    @Test
    void numbersKeepTheirKindAndEveryDigit() {
        String numbers = "[1,1.0,999999999999999999999999,-0.5,1E+400]";

        assertThat(new String(Json.canonical(Json.read(numbers, JsonNode.class)), UTF_8))
                .isEqualTo(numbers);
    }

    @Test
    void outcomesOfBothKindsSurvive() {
        record Holder(Outcome outcome, Judged judged, List<Outcome> more) {}
        Holder holder = new Holder(
                Judged.PASSED,
                Judged.NO_CODE,
                List.of(Judged.TIMEOUT, new NotJudged("SLOT_DIED", NotJudged.Blame.SANDBOX, true)));

        assertThat(Json.read(Json.text(holder), Holder.class)).isEqualTo(holder);
    }

    @Test
    void unknownOutcomeAndHalfANotJudgedAreRefused() {
        record Holder(Outcome outcome) {}

        assertThatThrownBy(() -> Json.read("{\"outcome\":{\"name\":\"GREAT\"}}", Holder.class))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("{\"outcome\":{\"name\":\"NOT_JUDGED\"}}", Holder.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("code, blame and retryable");
    }

    @Test
    void nullForARequiredFieldIsRefused() {
        record Holder(String name) {}

        assertThatThrownBy(() -> Json.read("{\"name\":null}", Holder.class)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("{}", Holder.class)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void nullIsAValueWhereTheFieldHoldsJson() {
        record Holder(JsonNode value, List<JsonNode> more) {}
        Holder holder = Json.read("{\"value\":null,\"more\":[null,1]}", Holder.class);

        assertThat(Json.text(holder)).isEqualTo("{\"value\":null,\"more\":[null,1]}");
        assertThatThrownBy(() -> Json.read("{\"more\":[]}", Holder.class)).isInstanceOf(UncheckedIOException.class);
    }
}
