// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import podium.core.operation.Step;

/** A change of all templates of an owner, such as a pin, and its inverse. */
interface PinChange {
    /** True when all of them are so already. */
    boolean isThere();

    Step.Write write();

    Step.Write undo();
}
