package dev.assay.formats.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong while reading goes on, so that a user sees all of it at once. Not thread-safe. */
public final class Faults {

    private static final int KEPT = 10_000;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();
    private int count;

    /** Something that makes the input unusable. The first 10,000 are kept. */
    public void add(String file, int line, @Nullable String field, String message) {
        count++;
        if (faults.size() < KEPT) {
            faults.add(new Fault(file, line, field, message));
        }
    }

    /** Something the user should know, though the input can be used. */
    public void warn(String file, int line, @Nullable String field, String message) {
        if (warnings.size() < KEPT) {
            warnings.add(new Fault(file, line, field, message));
        }
    }

    /** How many faults there are by now, kept or not. */
    public int count() {
        return count;
    }

    /** Sorted by file and line. */
    public List<Fault> warnings() {
        return warnings.stream().sorted().toList();
    }

    /** @throws InvalidInputException with all faults, if there are any */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }
}
