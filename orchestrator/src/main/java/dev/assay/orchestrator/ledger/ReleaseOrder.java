package dev.assay.orchestrator.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The order in which the samples of one subject are released: task by task, so that all samples of a task travel
 * together; tasks set aside are passed over.
 */
public final class ReleaseOrder {
    private final int tasks;
    private final int samplesPerTask;
    private final BitSet setAside;

    /**
     * @param tasks of the plan
     * @param samplesPerTask at least 1
     * @param setAside numbers of the tasks that are not released
     */
    public ReleaseOrder(int tasks, int samplesPerTask, List<Integer> setAside) {
        this.tasks = tasks;
        this.samplesPerTask = samplesPerTask;
        this.setAside = new BitSet(tasks);
        setAside.forEach(this.setAside::set);
    }

    /** The position after the last sample. */
    public long end() {
        return (long) tasks * samplesPerTask;
    }

    /** How many samples there are to release. */
    public long planned() {
        return (long) (tasks - setAside.cardinality()) * samplesPerTask;
    }

    /**
     * The next samples from a position on.
     *
     * @param position from 0 to {@link #end()}
     * @param most how many at most
     */
    public Step from(long position, int most) {
        List<Place> places = new ArrayList<>();
        long at = position;
        while (at < end() && places.size() < most) {
            int task = (int) (at / samplesPerTask);
            if (setAside.get(task)) {
                at = (long) (task + 1) * samplesPerTask;
            } else {
                places.add(new Place(task, (int) (at % samplesPerTask)));
                at++;
            }
        }
        return new Step(places, places.size() < most ? end() : at);
    }

    /** One sample, by numbers. */
    public record Place(int taskNo, int index) {}

    /**
     * @param next the position after them
     */
    public record Step(List<Place> places, long next) {}
}
