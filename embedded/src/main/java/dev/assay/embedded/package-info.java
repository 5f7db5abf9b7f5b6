/**
 * The servers that local mode and tests bring along: a Kafka broker inside this JVM and a PostgreSQL server beside it.
 *
 * <p>Takes a folder, gives addresses and credentials. Both servers listen on 127.0.0.1 only and let nobody in without
 * the random password in their folder. PostgreSQL is the truth and survives everything that a disk survives; the
 * broker's folder is thrown away after an unclean stop. Start here: {@link dev.assay.embedded.EmbeddedServers}.
 */
@NullMarked
package dev.assay.embedded;

import org.jspecify.annotations.NullMarked;
