// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The journal of operations as an audit for others: who read it later can tell what was planned, what was sent, how it ended, in
 * this order. Reads the journal as it lies on the disk, also one that another process writes. Blocks.
 */
public interface AuditLog {
    /**
     * Writes all of it to a file, which is there whole or not at all.
     *
     * @return what must be known of it, in words: lines that do not follow from those before; empty: all is well
     * @throws IOException when the journal cannot be read or the file not be written
     */
    List<String> export(Path file) throws IOException;
}
