package dev.assay.sandboxrunner.sandbox.host;

import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.Observation;
import dev.assay.sandboxrunner.sandbox.Observation.End;
import dev.assay.sandboxrunner.sandbox.SlotDiedException;
import dev.assay.sandboxrunner.sandbox.Submission;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes that go to a supervisor and come from it: {@code struct request} and {@code struct result} of sample.h. */
final class Frames {

    /** The largest frame accepted from a supervisor: its packets, its output and the head. */
    static final int LARGEST_RESULT = 512 * 1024;

    private static final int REQUEST_HEAD = 48;
    private static final int RESULT_HEAD = 64;
    private static final double MICROS_PER_MILLI = 1_000.0;
    private static final End[] CAUSES = {
        End.JUDGED, End.WALL, End.CPU, End.MEMORY, End.OUTPUT, End.JUDGE_ENDED, End.NOT_STARTED
    };

    private Frames() {}

    /**
     * @param id of the sample, answered with its result
     * @param kitId names the kit within the slot
     * @param withKit whether the kit travels along, because the slot does not hold it yet
     */
    static byte[] request(long id, long kitId, boolean withKit, Submission submission) {
        byte[] kit = withKit ? submission.kit().content() : new byte[0];
        byte[] program = utf8(submission.program());
        Limits limits = submission.limits();
        ByteBuffer frame = ByteBuffer.allocate(4 + REQUEST_HEAD + kit.length + program.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(REQUEST_HEAD + kit.length + program.length)
                .putLong(id)
                .putLong(kitId)
                .putInt(submission.assurance() == Assurance.SPLIT ? 1 : 2)
                .putInt(millis(limits.wallSeconds()))
                .putInt(millis(limits.cpuSeconds()))
                .putInt(limits.memoryMb())
                .putInt(limits.outputKb())
                .putInt(limits.processes())
                .putInt(kit.length)
                .putInt(program.length)
                .put(kit)
                .put(program);
        return frame.array();
    }

    /** @throws SlotDiedException if the frame is not the answer to this sample */
    static Observation result(byte[] frame, long id) throws SlotDiedException {
        if (frame.length < RESULT_HEAD) {
            throw new SlotDiedException("a result of " + frame.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        long answered = buffer.getLong();
        long outputBytes = buffer.getLong();
        long wallMicros = buffer.getLong();
        long cpuMicros = buffer.getLong();
        long judgeCpuMicros = buffer.getLong();
        long peakKilobytes = buffer.getLong();
        int cause = buffer.getInt();
        int status = buffer.getInt();
        int packets = buffer.getInt();
        int output = buffer.getInt();
        if (answered != id || cause < 0 || cause >= CAUSES.length) {
            throw new SlotDiedException("a result for another sample or of an unknown kind");
        }
        if (packets < 0 || output < 0 || (long) packets + output != buffer.remaining()) {
            throw new SlotDiedException("a result whose lengths disagree");
        }
        List<byte[]> reports = packets(buffer, packets);
        byte[] head = new byte[output];
        buffer.get(head);
        return new Observation(
                CAUSES[cause],
                reports,
                CAUSES[cause] == End.NOT_STARTED ? status : exitCode(status),
                wallMicros / MICROS_PER_MILLI,
                cpuMicros / MICROS_PER_MILLI,
                judgeCpuMicros / MICROS_PER_MILLI,
                peakKilobytes,
                outputBytes,
                head);
    }

    private static List<byte[]> packets(ByteBuffer buffer, int length) throws SlotDiedException {
        List<byte[]> packets = new ArrayList<>();
        int end = buffer.position() + length;
        while (buffer.position() < end) {
            int size = end - buffer.position() < Integer.BYTES ? -1 : buffer.getInt();
            if (size < 0 || size > end - buffer.position()) {
                throw new SlotDiedException("a report whose length is wrong");
            }
            byte[] packet = new byte[size];
            buffer.get(packet);
            packets.add(packet);
        }
        return packets;
    }

    /** A wait status as shells show it. */
    private static int exitCode(int status) {
        int signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
    }

    private static int millis(double seconds) {
        return (int) Math.ceil(seconds * 1_000);
    }

    /** UTF-8 that keeps lone surrogates, which a model may well write and Python refuses with an error of its own. */
    private static byte[] utf8(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.put((byte) 0xED).put((byte) (0x80 | point >> 6 & 0x3F)).put((byte) (0x80 | point & 0x3F));
            } else {
                bytes.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }
}
