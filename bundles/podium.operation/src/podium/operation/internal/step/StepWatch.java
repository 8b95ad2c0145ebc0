// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.StepFailed;

/** What a step that lasts looks at besides what it waits for. Any thread. */
@FunctionalInterface
interface StepWatch {
    /** Looks at nothing. */
    StepWatch NONE = () -> {};

    /** @throws StepFailed when what the step relies on does not hold any more */
    void look() throws OperationSignals.Stopped, StepFailed;
}
