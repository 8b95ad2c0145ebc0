// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** The rules of each type. Immutable; any thread. */
public final class Strategies {

    private final Map<ResourceType, KindStrategy> rules = new HashMap<>();

    /** Rules that look up priority classes in a store. */
    public Strategies(ObjectStore store) {
        rules.put(ResourceTypes.POD, new PodStrategy(store));
        List.of(
                        ResourceTypes.DEPLOYMENT,
                        ResourceTypes.REPLICA_SET,
                        ResourceTypes.STATEFUL_SET,
                        ResourceTypes.DAEMON_SET)
                .forEach(type -> rules.put(type, new WorkloadStrategy(type)));
        rules.put(ResourceTypes.JOB, new JobStrategy());
        rules.put(ResourceTypes.CRON_JOB, SmallStrategies.CRON_JOB);
        rules.put(ResourceTypes.NAMESPACE, SmallStrategies.NAMESPACE);
        rules.put(ResourceTypes.POD_DISRUPTION_BUDGET, SmallStrategies.BUDGET);
        rules.put(ResourceTypes.PRIORITY_CLASS, SmallStrategies.PRIORITY_CLASS);
        rules.put(ResourceTypes.RESOURCE_CLAIM, SmallStrategies.FIXED_SPEC);
        rules.put(ResourceTypes.RESOURCE_CLAIM_TEMPLATE, SmallStrategies.FIXED_SPEC);
        rules.put(ResourceTypes.PERSISTENT_VOLUME, SmallStrategies.PENDING);
        rules.put(ResourceTypes.PERSISTENT_VOLUME_CLAIM, SmallStrategies.PENDING);
        rules.put(ResourceTypes.SERVICE, SmallStrategies.SERVICE);
        rules.put(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, SmallStrategies.DEFINITION);
        rules.put(ResourceTypes.RESOURCE_QUOTA, new QuotaStrategy(store));
        rules.put(ResourceTypes.LIMIT_RANGE, SmallStrategies.LIMIT_RANGE);
        List.of(ResourceTypes.ROLE, ResourceTypes.CLUSTER_ROLE).forEach(type -> rules.put(type, RbacStrategies.ROLE));
        List.of(ResourceTypes.ROLE_BINDING, ResourceTypes.CLUSTER_ROLE_BINDING)
                .forEach(type -> rules.put(type, RbacStrategies.BINDING));
        rules.put(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, ServiceStrategies.AUTOSCALER);
        rules.put(ResourceTypes.INGRESS, ServiceStrategies.INGRESS);
        rules.put(ResourceTypes.SECRET, SmallStrategies.SECRET);
    }

    /** Fills in what a client may leave out of an object of this type. */
    public void defaults(ResourceType type, ObjectNode object) {
        of(type).defaults(object);
    }

    /** The rules of a type; custom resources have none of their own. */
    public KindStrategy of(ResourceType type) {
        return rules.getOrDefault(type, KindStrategy.NONE);
    }
}
