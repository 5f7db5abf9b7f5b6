package dev.assay.generator.model;

import dev.assay.contracts.event.Generation.Finish;
import dev.assay.contracts.event.Generation.Timing;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.run.RecordedAnswer;
import dev.assay.generator.recording.RecordedKey;
import dev.assay.generator.recording.Recordings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as it was recorded. */
final class ReplayModel implements CodeModel {

    private final Recordings recordings;
    private final Digest recording;

    ReplayModel(Recordings recordings, Digest recording) {
        this.recordings = recordings;
        this.recording = recording;
    }

    @Override
    public List<Reply> answer(List<TaskAssigned> assignments) {
        Map<RecordedKey, RecordedAnswer> recorded = recordings.find(
                recording, assignments.stream().map(ReplayModel::keyOf).toList());
        return assignments.stream()
                .map(assigned -> reply(assigned, recorded.get(keyOf(assigned))))
                .toList();
    }

    private Reply reply(TaskAssigned assigned, @Nullable RecordedAnswer answer) {
        if (answer == null) {
            return new Unanswerable(
                    new NotJudged("ANSWER_MISSING", Blame.RECORDING, false),
                    "recording " + recording.abbreviated() + " holds no answer "
                            + assigned.sampleId().index() + " to task "
                            + assigned.sampleId().task());
        }
        return new Answered(contentOf(answer), Finish.UNKNOWN, answer.model(), answer.usage(), timingOf(answer));
    }

    private static RecordedKey keyOf(TaskAssigned assigned) {
        return new RecordedKey(assigned.sampleId().task(), assigned.sampleId().index());
    }

    private static Content contentOf(RecordedAnswer answer) {
        String solution = answer.solution();
        if (solution != null) {
            return new Content.Solution(solution);
        }
        String completion = answer.completion();
        if (completion != null) {
            return new Content.Completion(completion);
        }
        String chat = answer.answer();
        return new Content.Chat(chat == null ? "" : chat);
    }

    private static @Nullable Timing timingOf(RecordedAnswer answer) {
        return answer.firstContentMillis() == null && answer.totalMillis() == null
                ? null
                : new Timing(null, null, answer.firstContentMillis(), answer.totalMillis(), 1);
    }
}
