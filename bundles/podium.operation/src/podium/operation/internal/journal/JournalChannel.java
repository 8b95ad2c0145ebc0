// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The end of a file that is only appended to. Tests put one in its place that breaks off anywhere. */
public interface JournalChannel extends Closeable {
    /** Writes all bytes at the end. */
    void append(ByteBuffer bytes) throws IOException;

    /** Returns when everything written is on the disk. */
    void force() throws IOException;

    /** Writes to the disk what is not there yet, and lets go of the file. */
    @Override
    void close() throws IOException;
}
