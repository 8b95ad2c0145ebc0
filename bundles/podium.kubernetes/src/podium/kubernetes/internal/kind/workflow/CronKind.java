// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/** A kind that creates one of another kind whenever its schedule says so, and none while spec.suspend is set. */
abstract class CronKind extends NamedKind implements FixedKind, TriggeredKind {
    static final Suspension SUSPENSION = new Suspension(Suspension.SPEC, List.of());

    private final Why why;

    /** @param made what it creates, in words */
    CronKind(KindName name, String made) {
        super(name, Texts.of("CronKind.aHasNoPods", name.kind(), made), Trait.SUSPENDS, Trait.MAKES_JOBS);
        why = new Why(
                Texts.of("CronKind.aHasNoPodsOfItsOwn", name.kind()), Texts.of("CronKind.placeTheThatItCreated", made));
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return WorkloadShape.plain(object.at("spec").flag("suspend"), 0, JsonTree.none());
    }

    @Override
    public final Why why() {
        return why;
    }

    @Override
    public final Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }
}
