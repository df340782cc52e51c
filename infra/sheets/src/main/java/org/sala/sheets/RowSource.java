package org.sala.sheets;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows with content, one after the other. */
interface RowSource extends Closeable {

    /** The next row that has content; none when there is no more. */
    @Nullable
    Row next() throws IOException;

    /** How far this is. */
    Progress progress();
}
