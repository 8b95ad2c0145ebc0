// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.store.ResourceType;

/**
 * Native gangs: {@code PodGroup} of {@code scheduling.k8s.io} with {@code schedulingPolicy.gang.minCount}. None of a
 * gang's pods starts before that many are there and fit.
 */
public final class PodGroups {

    /** The kind, as of Kubernetes 1.37. */
    public static final ResourceType POD_GROUP = new ResourceType(
            "scheduling.k8s.io", "v1beta1", "podgroups", "podgroup", "PodGroup", true, List.of(), List.of());

    private final EngineContext cluster;
    private final SchedulerCache cache;

    PodGroups(EngineContext cluster, SchedulerCache cache) {
        this.cluster = cluster;
        this.cache = cache;
    }

    /** Why the gang cannot be tried yet; empty when it can. */
    Optional<String> waits(ObjectKey group, int pending) {
        Optional<ObjectNode> object = cluster.get(POD_GROUP, group);
        if (object.isEmpty()) {
            return Optional.of("waiting for PodGroup \"" + group.name() + "\" to be created");
        }
        int least = Json.number(object.get(), 1, "spec", "schedulingPolicy", "gang", "minCount");
        return pending + cache.held(group) < least
                ? Optional.of("waiting for minCount pods from a gang to appear in the scheduling queue")
                : Optional.empty();
    }
}
