package dev.assay.cli.command;

import dev.assay.cli.client.ServicesClient;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a user gets of a run.
 *
 * @param files null for none
 * @param json whether the report is printed for programs
 */
record Conclusion(@Nullable ResultFiles files, boolean json) {

    /** Prints the report, writes the files, and tells whether enough could be judged. */
    int of(RunStatus last, ServicesClient services, CompletenessOptions completeness, TerminalOptions terminal) {
        print(last.record(), services);
        return completeness
                .exitCode(last.record(), services.reportJson(last.record()), terminal)
                .number();
    }

    /** Writes the files, then prints the report. */
    void print(RunRecord run, ServicesClient services) {
        if (files != null) {
            files.write(services, run);
        }
        System.out.println(json ? services.reportJson(run) : services.reportText(run));
    }
}
