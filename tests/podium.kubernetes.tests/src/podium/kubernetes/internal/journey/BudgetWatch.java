// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** Follows the pods of a deployment in the simulator's own store and notes when fewer are ready than a budget asks for. */
final class BudgetWatch {
    private final String prefix;
    private final int least;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final AutoCloseable watch;

    BudgetWatch(Lab lab, String deployment, int least) {
        this.prefix = deployment + "-";
        this.least = least;
        ObjectStore store = lab.simulator.store();
        this.watch = store.watch(ResourceTypes.POD, this::seen);
        store.list(ResourceTypes.POD, "team").forEach(this::seed);
    }

    private void seed(JsonNode pod) {
        if (isOurs(pod)) {
            ready.put(uid(pod), isReady(pod));
        }
    }

    private void seen(StoreEvent event) {
        JsonNode pod = event.object();
        if (!isOurs(pod)) {
            return;
        }
        if (event.type() == StoreEvent.Type.DELETED) {
            ready.remove(uid(pod));
        } else {
            ready.put(uid(pod), isReady(pod));
        }
        long count = ready.values().stream().filter(Boolean::booleanValue).count();
        if (count < least) {
            broken.add(count + " ready after " + event.type() + " of "
                    + pod.path("metadata").path("name").asText());
        }
    }

    private boolean isOurs(JsonNode pod) {
        return pod.path("metadata").path("name").asText().startsWith(prefix);
    }

    private static String uid(JsonNode pod) {
        return pod.path("metadata").path("uid").asText();
    }

    private static boolean isReady(JsonNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return false;
        }
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if ("Ready".equals(condition.path("type").asText())) {
                return "True".equals(condition.path("status").asText());
            }
        }
        return false;
    }

    /** Ends the watch; the moments at which the budget was broken. */
    List<String> close() throws Exception {
        watch.close();
        return List.copyOf(broken);
    }
}
