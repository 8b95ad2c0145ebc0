// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.object.Conditions;

/** The conditions a kubelet reports for its node. */
public final class NodeConditions {

    private NodeConditions() {}

    /** Everything well, as of a time. */
    public static void healthy(ObjectNode node, String timestamp) {
        set(
                node,
                "MemoryPressure",
                "False",
                "KubeletHasSufficientMemory",
                "kubelet has sufficient memory available",
                timestamp);
        set(node, "DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", timestamp);
        set(node, "PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", timestamp);
        set(node, "Ready", "True", "KubeletReady", "kubelet is posting ready status", timestamp);
    }

    private static void set(
            ObjectNode node, String type, String value, String reason, String message, String timestamp) {
        Conditions.set(node, type, value, reason, message, timestamp).put("lastHeartbeatTime", timestamp);
    }
}
