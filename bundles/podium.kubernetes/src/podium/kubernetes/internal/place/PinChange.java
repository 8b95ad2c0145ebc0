// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import podium.core.operation.ObjectChange;
import podium.core.operation.Step;

/** The pin of an owner's templates and its inverse. */
interface PinChange {
    /** True when all of them are pinned there already. */
    boolean isThere();

    Step.Write write();

    Step.Write undo();

    ObjectChange change();
}
