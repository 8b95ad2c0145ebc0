// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.adapter.RecreateAdapter;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.plan.Refusal;

/** A kind whose templates are fixed once it exists: what {@link RecreateAdapter} has to know of it. */
public interface RecreateKind {
    boolean is(Asked asked);

    List<Template> templates(JsonNode owner);

    /** Label selector of its pods. */
    String selector(ObjectRef ref, JsonNode owner);

    /** Refuses what cannot be placed now. */
    void check(Asked asked) throws Refusal;

    /** Why it is deleted rather than changed, as the end of a sentence. */
    String why();
}
