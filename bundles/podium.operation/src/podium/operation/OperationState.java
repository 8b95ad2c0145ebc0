// SPDX-License-Identifier: Apache-2.0
package podium.operation;

/** The state of an operation. */
public enum OperationState {
    /** In the journal, nothing sent. */
    PREPARED,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    /** Stopped by the operator; what was before is restored as far as possible. */
    ABORTED,
    UNDOING,
    UNDONE,
    /** Found in the journal of a process that ended in the middle; waits for resume or roll back. */
    INTERRUPTED;

    public boolean ended() {
        return this == DONE || this == FAILED || this == ABORTED || this == UNDONE;
    }
}
