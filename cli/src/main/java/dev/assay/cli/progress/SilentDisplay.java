package dev.assay.cli.progress;

import dev.assay.contracts.run.RunStatus;

final class SilentDisplay implements ProgressDisplay {

    @Override
    public void show(RunStatus status) {}

    @Override
    public void close() {}
}
