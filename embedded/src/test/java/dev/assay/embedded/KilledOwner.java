package dev.assay.embedded;

import java.nio.file.Path;

/** A program to be killed: starts both servers and waits. */
final class KilledOwner {
    private KilledOwner() {}

    public static void main(String[] args) throws InterruptedException {
        try (var servers = EmbeddedServers.start(Path.of(args[0]))) {
            System.out.println("ready " + servers.postgres().port());
            Thread.currentThread().join();
        }
    }
}
