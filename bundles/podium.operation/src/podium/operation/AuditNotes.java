// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.io.IOException;

/** What is done on a cluster outside of operations, for those who read the journal later. Any thread. */
public interface AuditNotes {
    /**
     * Writes a sentence on an action to the journal, with who works here. Returns when it is on the disk.
     *
     * @param what became of it, as "began"; the same in every language
     * @throws IOException when it cannot be written; what it is about is then not to be done
     */
    void note(AuditedAction action, String what, String text) throws IOException;

    /** As {@link #note}, of what the operator has to know and did not do: it shows above the operations until it was read. */
    default void warn(AuditedAction action, String what, String text) throws IOException {
        note(action, what, text);
    }
}
