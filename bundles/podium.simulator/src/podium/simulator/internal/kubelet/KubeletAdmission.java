// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodRequests;

/**
 * What a kubelet checks again before it starts a pod. A resource that the node does not know at all is not checked:
 * such a pod starts without it. Source: kubernetes, pkg/kubelet/lifecycle/predicate.go and cm/devicemanager.
 */
final class KubeletAdmission {

    /**
     * A refusal, which makes the pod Failed for good.
     *
     * @param reason for machines, such as {@code OutOfcpu}
     * @param message for people
     */
    record Refusal(String reason, String message) {}

    private KubeletAdmission() {}

    /** The refusal, if there is one. The node state counts the pods admitted so far. */
    static Optional<Refusal> check(PodInfo pod, NodeInfo node, DeviceManager devices) {
        if (!pod.rules().selects(node)) {
            return refuse(
                    "NodeAffinity", "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector");
        }
        for (Map.Entry<String, Long> wanted : pod.requests().entrySet()) {
            String resource = wanted.getKey();
            long amount = wanted.getValue();
            boolean unknown = PodRequests.extended(resource) && !node.offers(resource);
            if (!unknown && amount > 0 && amount > node.free(resource)) {
                return refuse(
                        "OutOf" + resource,
                        "Node didn't have enough resource: " + resource + ", requested: " + amount + ", used: "
                                + node.requested(resource) + ", capacity: " + node.allocatable(resource));
            }
            if (!unknown && devices.has(resource) && amount > devices.available(resource)) {
                return refuse(
                        "UnexpectedAdmissionError",
                        "Allocate failed due to requested number of devices unavailable for " + resource
                                + ". Requested: " + amount + ", Available: " + devices.available(resource)
                                + ", which is unexpected");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String reason, String message) {
        return Optional.of(new Refusal(reason, "Pod was rejected: " + message));
    }
}
