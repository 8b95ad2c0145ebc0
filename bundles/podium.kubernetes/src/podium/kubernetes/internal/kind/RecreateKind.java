// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.plan.Refusal;

/** A kind whose templates are fixed once it exists, of some objects or of all: these are deleted and created again with the pin. */
public interface RecreateKind extends TemplatedKind {
    /** Why an object is deleted rather than changed, as the end of a sentence; empty: it can be changed. */
    Optional<String> whyRecreated(JsonNode owner);

    /** Its pod templates. */
    List<Template> list(JsonNode owner);

    /** Refuses what cannot be placed now. */
    void checkRecreated(ResolvedRequest asked) throws Refusal;
}
