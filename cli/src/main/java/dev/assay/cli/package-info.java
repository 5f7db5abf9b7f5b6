/**
 * The {@code assay} command.
 *
 * <p>Takes: a command line. Gives: results on stdout and as files, everything else on stderr, and an exit code. Starts all
 * five services in this JVM on embedded Kafka and PostgreSQL, or talks to a cluster; either way over HTTP. Must never:
 * reach into a service's beans or tables.
 *
 * <p>Start here: {@link dev.assay.cli.Main}, then {@link dev.assay.cli.command.RunCommand}.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
