// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.util.List;
import podium.core.cluster.SessionIdentity;
import podium.operation.FieldConflict;
import podium.operation.OperationState;
import podium.operation.internal.journal.JournalRecord;

/** The operation a step runs in, as its runner sees it. Any thread. */
public interface RunHost {
    /** Puts a fact on the disk, then into the ledger. */
    void append(JournalRecord entry);

    /** Adds a line to the log. */
    void say(String text, boolean problem);

    /** A write failed because of what a second writer did; empty: for another reason. */
    void conflict(List<FieldConflict> fields);

    /** What it does or waits for now, in words. */
    void status(String words);

    /** Records that a part of a step is done. */
    void done(int step, int part, boolean restoring, String uid);

    /** Stops at the next checkpoint and waits for the operator; the words say why. */
    void pauses(String words);

    /** Records where and as whom it runs. */
    void identified(SessionIdentity session, boolean simulated);

    /** Records a state that is not an end: it pauses itself, or goes on. */
    void moved(OperationState state, String words);
}
