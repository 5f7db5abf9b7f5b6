package dev.assay.formats.fault;

import java.util.List;
import java.util.stream.Collectors;

/** An input that cannot be used; holds everything that is wrong with it. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final transient List<Fault> faults;

    /** @throws IllegalArgumentException if there is no fault */
    public InvalidInputException(List<Fault> faults) {
        super(summary(faults));
        this.faults = faults.stream().sorted().toList();
    }

    /** One fault. */
    public InvalidInputException(Fault fault) {
        this(List.of(fault));
    }

    /** At least one, sorted by file and line. */
    public List<Fault> faults() {
        return faults;
    }

    private static String summary(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one fault");
        }
        String shown =
                faults.stream().sorted().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("\n"));
        return faults.size() > SHOWN ? shown + "\n… and " + (faults.size() - SHOWN) + " more" : shown;
    }
}
