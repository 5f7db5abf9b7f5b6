/**
 * Reads suites and recordings as users and the public write them into the contracts' records, and names every fault by
 * file, line and field. Start at {@link dev.assay.formats.SuiteReader}; recordings are read by
 * {@link dev.assay.formats.recording.RecordingReader}. Nothing that is read here is ever executed, unpickled or followed
 * as a path out of its folder.
 */
@NullMarked
package dev.assay.formats;

import org.jspecify.annotations.NullMarked;
