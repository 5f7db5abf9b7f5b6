package dev.assay.formats.dataset;

import dev.assay.formats.file.JsonLine;
import java.util.regex.Pattern;

/** Names of Python functions, as a record gives them. */
final class PythonNames {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private PythonNames() {}

    /** The name, which must be there; else a fault is recorded and the result is of no use. */
    static String required(JsonLine line, String field) {
        String name = line.requiredText(field);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            line.fault(field, "'" + name + "' is no name of a Python function");
        }
        return name;
    }
}
