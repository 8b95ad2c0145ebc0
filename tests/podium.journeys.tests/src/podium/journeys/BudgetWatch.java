// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when fewer pods of a deployment are ready than a budget asks for. Whoever sees pods tells it. */
final class BudgetWatch {
    private final String prefix;
    private final int least;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    BudgetWatch(String deployment, int least) {
        this.prefix = deployment + "-";
        this.least = least;
    }

    /** A pod as it was when the watch began. */
    void began(JsonNode pod) {
        if (isOurs(pod)) {
            ready.put(uid(pod), isReady(pod));
        }
    }

    /** A pod was added or changed. */
    void seen(JsonNode pod) {
        if (isOurs(pod)) {
            ready.put(uid(pod), isReady(pod));
            count("a change of", pod);
        }
    }

    /** A pod is gone. */
    void gone(JsonNode pod) {
        if (isOurs(pod)) {
            ready.remove(uid(pod));
            count("the end of", pod);
        }
    }

    /** All pods as they are at one moment. */
    void moment(Iterable<JsonNode> pods) {
        ready.clear();
        pods.forEach(this::began);
        long count = ready.values().stream().filter(Boolean::booleanValue).count();
        if (count < least) {
            broken.add(count + " ready");
        }
    }

    private void count(String what, JsonNode pod) {
        long count = ready.values().stream().filter(Boolean::booleanValue).count();
        if (count < least) {
            broken.add(count + " ready after " + what + " "
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

    /** The moments at which the budget was broken. */
    List<String> broken() {
        return List.copyOf(broken);
    }
}
