// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.io.IOException;
import java.util.Map;
import podium.core.api.ObjectRef;

/** Compiles "this job there" into the writes its kind needs (kubernetes.md section 5). Blocks: it reads the objects first. */
public interface PlacementCompiler {
    Result compile(Request request) throws IOException;

    /**
     * What is asked.
     *
     * @param job the top object
     * @param jobUid its uid
     * @param podToNode pods to place, each with the node it is to go to; empty: the template is pinned as a whole
     * @param nodes names of the nodes the job may use, when the template is pinned
     * @param pinLabel label key to pin on, kubernetes.io/hostname for nodes, the domain's key for a domain
     * @param pinValue value of that label when it is one domain
     */
    record Request(
            ObjectRef job,
            String jobUid,
            Map<ObjectRef, String> podToNode,
            java.util.List<String> nodes,
            String pinLabel,
            String pinValue) {}

    /** A plan, or why there is none. */
    sealed interface Result {
        record Compiled(Plan plan) implements Result {}

        /**
         * There is none.
         *
         * @param over whether nothing of it can be done any more, since it has finished or is gone: beside others it is left out
         */
        record Refused(String reason, String advice, boolean over) implements Result {
            public Refused(String reason, String advice) {
                this(reason, advice, false);
            }
        }
    }
}
