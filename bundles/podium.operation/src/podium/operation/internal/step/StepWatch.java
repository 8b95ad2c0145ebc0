// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.StepFailed;

/** A check that a long step repeats while it waits, such as that its node is still cordoned. Any thread. */
@FunctionalInterface
interface StepWatch {
    /** Looks at nothing. */
    StepWatch NONE = () -> {};

    /** @throws StepFailed when what the step relies on does not hold any more */
    void look() throws OperationSignals.Stopped, StepFailed;
}
