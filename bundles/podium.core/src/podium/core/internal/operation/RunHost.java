// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import podium.core.operation.OperationState;

/** The operation a step runs in, as its runner sees it. Any thread. */
interface RunHost {
    /** Adds a line to the log. */
    void say(String text, boolean problem);

    /** What it does or waits for now, in words. */
    void status(String words);

    /** Records that a part of a step is done. */
    void done(int step, int part, boolean restoring, String uid);

    /** Records a state that is not an end: it pauses itself, or goes on. */
    void moved(OperationState state, String words);
}
