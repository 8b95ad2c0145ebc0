// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** The rules of each type. Immutable; any thread. */
public final class Rules {

    private final Map<ResourceType, KindRules> rules = new HashMap<>();

    /** Rules that look up priority classes in a store. */
    public Rules(ObjectStore store) {
        rules.put(ResourceTypes.POD, new PodRules(store));
        List.of(
                        ResourceTypes.DEPLOYMENT,
                        ResourceTypes.REPLICA_SET,
                        ResourceTypes.STATEFUL_SET,
                        ResourceTypes.DAEMON_SET)
                .forEach(type -> rules.put(type, new WorkloadRules(type)));
        rules.put(ResourceTypes.JOB, new JobRules());
        rules.put(ResourceTypes.NAMESPACE, ClusterRules.NAMESPACE);
        rules.put(ResourceTypes.POD_DISRUPTION_BUDGET, ClusterRules.BUDGET);
        rules.put(ResourceTypes.PRIORITY_CLASS, ClusterRules.PRIORITY_CLASS);
        rules.put(ResourceTypes.RESOURCE_CLAIM, ClusterRules.FIXED_SPEC);
        rules.put(ResourceTypes.RESOURCE_CLAIM_TEMPLATE, ClusterRules.FIXED_SPEC);
        rules.put(ResourceTypes.PERSISTENT_VOLUME, ClusterRules.PENDING);
        rules.put(ResourceTypes.PERSISTENT_VOLUME_CLAIM, ClusterRules.PENDING);
        rules.put(ResourceTypes.SERVICE, ClusterRules.SERVICE);
        rules.put(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, ClusterRules.DEFINITION);
        rules.put(ResourceTypes.RESOURCE_QUOTA, new QuotaRules(store));
        rules.put(ResourceTypes.LIMIT_RANGE, ClusterRules.LIMIT_RANGE);
        rules.put(ResourceTypes.SECRET, ClusterRules.SECRET);
    }

    /** Fills in what a client may leave out of an object of this type. */
    public void defaults(ResourceType type, ObjectNode object) {
        of(type).defaults(object);
    }

    /** The rules of a type; custom resources have none of their own. */
    public KindRules of(ResourceType type) {
        return rules.getOrDefault(type, KindRules.NONE);
    }
}
