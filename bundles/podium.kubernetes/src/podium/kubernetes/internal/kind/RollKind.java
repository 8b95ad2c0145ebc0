// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.adapter.RollAdapter;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A kind that replaces its pods itself when its template changes: what {@link RollAdapter} has to know of it. A new kind is one
 * class that implements this, and its fixtures.
 */
public interface RollKind {
    boolean is(ObjectRef ref);

    /** Its pod templates. */
    Templates templates(Asked asked) throws IOException, Refusal;

    /** Label selector of its pods; empty: they cannot be told by labels. */
    String selector(ObjectRef ref, JsonNode owner);

    /** How its pods come to be replaced, in words; the first line says all of it. */
    List<String> effects(Asked asked, Templates templates, Pin pin) throws Refusal;
}
