// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import java.util.List;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/** A kind that replaces its pods itself when its template changes: it is pinned, and rolls. */
public interface RollKind extends TemplatedKind {
    /** How its pods come to be replaced, in words; the first line says all of it. */
    List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) throws Refusal;
}
