// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.store.ObjectMeta;

/** What a pod's row says. Source: pkg/printers/internalversion printPod. */
final class PodPrinterCells {

    private PodPrinterCells() {}

    static String ready(ObjectNode pod) {
        int ready = 0;
        for (JsonNode status : at(pod, "status", "containerStatuses")) {
            ready += status.path("ready").asBoolean(false) ? 1 : 0;
        }
        return ready + "/" + at(pod, "spec", "containers").size();
    }

    static String restarts(ObjectNode pod) {
        int restarts = 0;
        for (JsonNode status : at(pod, "status", "containerStatuses")) {
            restarts += status.path("restartCount").asInt(0);
        }
        return Integer.toString(restarts);
    }

    static String status(ObjectNode pod) {
        String phase = text(pod, "status", "phase");
        String reason = text(pod, "status", "reason");
        String shown = reason.isEmpty() ? phase : reason;
        for (JsonNode condition : at(pod, "status", "conditions")) {
            if (text(condition, "type").equals("PodScheduled")
                    && text(condition, "reason").equals("SchedulingGated")) {
                shown = "SchedulingGated";
            }
        }
        boolean running = false;
        for (JsonNode status : at(pod, "status", "containerStatuses")) {
            JsonNode state = status.path("state");
            String waiting = text(state, "waiting", "reason");
            String ended = text(state, "terminated", "reason");
            if (!waiting.isEmpty()) {
                shown = waiting;
            } else if (!ended.isEmpty()) {
                shown = ended;
            } else if (state.has("terminated")) {
                shown = "ExitCode:" + at(state, "terminated", "exitCode").asInt(0);
            }
            running |= status.path("ready").asBoolean(false) && state.has("running");
        }
        if (shown.equals("Completed") && running) {
            shown = "Running";
        }
        if (ObjectMeta.deleting(pod) && !phase.equals("Succeeded") && !phase.equals("Failed")) {
            return reason.equals("NodeLost") ? "Unknown" : "Terminating";
        }
        return shown.isEmpty() ? "Unknown" : shown;
    }

    static String readinessGates(ObjectNode pod) {
        int gates = at(pod, "spec", "readinessGates").size();
        if (gates == 0) {
            return "<none>";
        }
        int ready = 0;
        for (JsonNode gate : at(pod, "spec", "readinessGates")) {
            for (JsonNode condition : at(pod, "status", "conditions")) {
                ready += text(condition, "type").equals(text(gate, "conditionType"))
                                && text(condition, "status").equals("True")
                        ? 1
                        : 0;
            }
        }
        return ready + "/" + gates;
    }
}
