// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.Writes;

/** An object as it can be submitted again: what the server and its controllers wrote into it is left out. */
final class Again {
    /** Set on each Job and its template by the server (batch/v1 strategy, GenerateSelector). */
    private static final List<String> JOBS =
            List.of("controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name");

    private Again() {}

    /** The write that makes it again; empty for what a controller makes itself, and for a bare pod, whose node is in its spec. */
    static Optional<ApiWrite> of(Target job) {
        if (!job.controller().isMissingNode() || job.is("", "Pod")) {
            return Optional.empty();
        }
        ObjectNode again = ObjectClone.of(job.object());
        if (job.is("batch", "Job") && !again.path("spec").path("manualSelector").asBoolean()) {
            ((ObjectNode) again.path("spec")).remove("selector");
            for (var labels : List.of(
                    again.path("spec").path("template").path("metadata").path("labels"),
                    again.path("metadata").path("labels"))) {
                if (labels instanceof ObjectNode map) {
                    map.remove(JOBS);
                }
            }
        }
        return Optional.of(Writes.create(job.ref(), again, "Submit " + job.name() + " again"));
    }
}
