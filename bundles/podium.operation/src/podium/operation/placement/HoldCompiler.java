// SPDX-License-Identifier: Apache-2.0
package podium.operation.placement;

import java.io.IOException;
import podium.core.api.ObjectRef;
import podium.operation.plan.PlacementCompiler;

/** Compiles what holds a job for its layout, and what lets it go again (kubernetes.md section 6). Blocks: it reads the objects first. */
public interface HoldCompiler {
    /**
     * The job's pods are made anew, held by Podium's gate.
     *
     * @param job the top object
     * @param uid its uid; empty: not known
     */
    PlacementCompiler.Result hold(ObjectRef job, String uid) throws IOException;

    /**
     * The job's pods are made anew without gate and pin.
     *
     * @param job the top object
     * @param uid its uid; empty: not known
     */
    PlacementCompiler.Result free(ObjectRef job, String uid) throws IOException;
}
