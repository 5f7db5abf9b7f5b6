/** Files as the public keeps them: gzipped or not, line by line, with every line's number. */
@NullMarked
package dev.assay.formats.file;

import org.jspecify.annotations.NullMarked;
