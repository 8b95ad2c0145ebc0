// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Counts {@code metadata.generation}: it grows when what is wanted changes, not when the status does. */
final class Generations {

    private static final Set<ResourceType> COUNTED = Set.of(
            ResourceTypes.POD,
            ResourceTypes.DEPLOYMENT,
            ResourceTypes.REPLICA_SET,
            ResourceTypes.STATEFUL_SET,
            ResourceTypes.DAEMON_SET,
            ResourceTypes.JOB,
            ResourceTypes.CRON_JOB,
            ResourceTypes.POD_DISRUPTION_BUDGET,
            ResourceTypes.PRIORITY_CLASS,
            ResourceTypes.CUSTOM_RESOURCE_DEFINITION,
            ResourceTypes.RESOURCE_SLICE,
            ResourceTypes.DEVICE_TAINT_RULE);

    private static final Set<ResourceType> BUILT_IN = Set.copyOf(ResourceTypes.builtIn());
    private static final List<String> NOT_WANTED = List.of("metadata", "status");

    private Generations() {}

    static void first(ResourceType type, ObjectNode created) {
        if (counted(type)) {
            ObjectMeta.of(created).put("generation", 1);
        }
    }

    static void next(ResourceType type, ObjectNode before, ObjectNode after) {
        if (!counted(type)) {
            return;
        }
        long generation = before.path("metadata").path("generation").asLong(1);
        boolean deletionBegins = ObjectMeta.deleting(after) && !ObjectMeta.deleting(before);
        ObjectMeta.of(after).put("generation", wanted(before, after) || deletionBegins ? generation + 1 : generation);
    }

    private static boolean counted(ResourceType type) {
        return COUNTED.contains(type) || !BUILT_IN.contains(type);
    }

    private static boolean wanted(ObjectNode before, ObjectNode after) {
        return !JsonEquality.value(wantedOf(before), wantedOf(after));
    }

    private static ObjectNode wantedOf(ObjectNode object) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(field -> !NOT_WANTED.contains(field.getKey()))
                .forEach(field -> wanted.set(field.getKey(), field.getValue()));
        return wanted;
    }
}
