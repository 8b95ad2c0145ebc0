// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/** A kind that replaces its pods itself when its template changes: it is pinned, and rolls. */
public interface RollKind extends TemplatedKind {
    /**
     * How many of its pods it leaves as they are when its template changes, until somebody deletes them or lets it go on: a
     * StatefulSet's partition, the strategy OnDelete, a Deployment that is paused.
     */
    default int kept(JsonNode owner) {
        return 0;
    }

    /** True for one whose status tells how far a rollout is, by status.updatedReplicas. */
    default boolean tellsRollout() {
        return false;
    }

    /** How its pods come to be replaced, in words; the first line says all of it. */
    List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) throws Refusal;
}
