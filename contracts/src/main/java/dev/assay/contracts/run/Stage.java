package dev.assay.contracts.run;

/**
 * A step of a task's pipeline.
 *
 * @param name e.g. {@code main}, {@code draft}, {@code review}
 * @param ordinal from 0, in order of execution
 * @param round of repair, from 0
 * @param activity what is asked
 */
public record Stage(String name, int ordinal, int round, Activity activity) {

    /** The only stage of a task that has no pipeline. */
    public static final Stage MAIN = new Stage("main", 0, 0, Activity.GENERATE);
}
