// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.plan.Refusal;

/** A kind that starts jobs of their own by itself, and can be told to start one now. Suspended it starts none by itself. */
public interface TriggeredKind extends MakingKind, SuspendedKind {
    /**
     * A job that is started now.
     *
     * @param ref its reference, by the name it was given
     * @param body all of it, its owner included
     * @param selector label selector of its pods
     * @param pods how many it makes at once; 0: its queue, or somebody, has to let it run first
     * @param effects what else happens, a sentence each
     */
    record Run(ObjectRef ref, ObjectNode body, String selector, int pods, List<String> effects) {
        public Run {
            effects = List.copyOf(effects);
        }
    }

    /** Makes the job, under this name, of what the object has in it now. */
    Run run(ObjectRef ref, JsonNode owner, String name) throws Refusal;

    /** What suspending it does, or letting it start jobs again, in a sentence. */
    String suspends(JsonNode owner, boolean suspend);
}
