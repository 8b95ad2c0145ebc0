// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.Writes;

/** An object as it can be submitted again: what the server and its controllers wrote into it is left out. */
final class Again {
    private Again() {}

    /** The write that makes it again; empty for what a controller makes itself, and for a bare pod, whose node is in its spec. */
    static Optional<ApiWrite> of(Target job) {
        if (!job.controller().isMissingNode() || job.ref().isPod()) {
            return Optional.empty();
        }
        ObjectNode again = ObjectClone.of(job.object());
        job.kinds().of(job.ref()).ifPresent(kind -> kind.forget(again));
        return Optional.of(Writes.create(job.ref(), again, "Submit " + job.name() + " again"));
    }
}
