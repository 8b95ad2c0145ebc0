// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.retry.PodLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.JsonTreeDecoder;
import podium.kubernetes.internal.json.ObjectDecoder;
import podium.kubernetes.internal.json.WorkKinds;
import podium.kubernetes.internal.json.WorkloadReader;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;

/** What a workload says of pods that it loses, and of workloads below it that fail. */
final class RetryDecoder {
    private static final String FACT = SchedulingObject.Retries.class.getSimpleName();

    private RetryDecoder() {}

    /** A decoder of a workload that also tells what it makes of a loss. */
    static ObjectDecoder with(WorkloadReader kind, WorkKinds kinds, Function<JsonTree, List<Change>> meaning) {
        return new JsonTreeDecoder(
                object -> {
                    List<Change> changes = meaning.apply(object);
                    Optional<PodLossRule> rule = kind.loss(object);
                    if (rule.isPresent()) {
                        changes = new ArrayList<>(changes);
                        changes.add(fact(object, rule.get(), kinds));
                    }
                    return changes;
                },
                object -> kind.loss(object).isPresent() ? List.of(gone(object.at("metadata"))) : List.of());
    }

    private static Change fact(JsonTree object, PodLossRule rule, WorkKinds kinds) {
        JsonTree metadata = object.at("metadata");
        Optional<ControllerRef> owner = PodDecoder.controller(metadata.at("ownerReferences"), kinds);
        return new Change.FactSeen(new SchedulingObject.Retries(
                metadata.text("namespace"),
                metadata.text("uid"),
                owner.map(ControllerRef::uid).orElse(""),
                owner.filter(ref -> ref.work().is(WorkKind.Trait.REPLACES_PODS)).isPresent(),
                rule));
    }

    private static Change gone(JsonTree metadata) {
        return new Change.Gone(FACT, metadata.text("namespace"), metadata.text("uid"), "");
    }
}
