// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.json.Json;

/** What a kubelet writes into the status of a container that has ended. */
public final class ContainerEnd {
    private ContainerEnd() {}

    /** Ends it, now. */
    public static void of(ObjectNode entry, int exitCode, String reason, String timestamp) {
        String startedAt = Json.text(entry, "state", "running", "startedAt");
        entry.remove("state");
        ObjectNode ended = Json.with(entry, "state", "terminated");
        ended.put("exitCode", exitCode).put("reason", reason);
        ended.put("startedAt", startedAt.isEmpty() ? timestamp : startedAt).put("finishedAt", timestamp);
        ended.put("containerID", Json.text(entry, "containerID"));
        entry.put("ready", false).put("started", false);
    }
}
