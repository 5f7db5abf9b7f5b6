/** Names and keys of the Kafka topics. */
@NullMarked
package dev.assay.contracts.topic;

import org.jspecify.annotations.NullMarked;
