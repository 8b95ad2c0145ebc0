// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.json.Json;

/**
 * What the scheduler and the kubelets read from a pod, parsed once.
 *
 * @param uid the pod's uid
 * @param key where it is
 * @param labels its labels
 * @param requests what it takes from a node
 * @param rules where it may run
 * @param ports ports of the node itself that its containers listen on
 * @param claims the volume claims it mounts
 * @param priority higher goes first
 * @param mayPreempt whether it may push others out
 * @param group the PodGroup it belongs to, by {@code spec.schedulingGroup.podGroupName}
 * @param terminating whether it is ending
 * @param claimsDevices whether it has ResourceClaims
 */
public record PodInfo(
        String uid,
        ObjectKey key,
        Map<String, String> labels,
        Map<String, Long> requests,
        PodPlacementSpec rules,
        List<HostPort> ports,
        List<PodVolumeClaim> claims,
        int priority,
        boolean mayPreempt,
        Optional<ObjectKey> group,
        boolean terminating,
        boolean claimsDevices) {

    public static PodInfo of(ObjectNode pod) {
        JsonNode spec = pod.path("spec");
        ObjectKey key = ObjectKey.of(pod);
        String group = Json.text(spec, "schedulingGroup", "podGroupName");
        return new PodInfo(
                Json.uid(pod),
                key,
                Json.labels(pod),
                PodRequests.ofPod(spec),
                PodPlacementSpec.parse(spec, key.namespace()),
                HostPort.parse(spec),
                PodVolumeClaim.parse(key.name(), spec),
                Json.number(spec, 0, "priority"),
                !Json.text(spec, "preemptionPolicy").equals("Never"),
                group.isEmpty() ? Optional.empty() : Optional.of(new ObjectKey(key.namespace(), group)),
                Json.terminating(pod),
                !spec.path("resourceClaims").isEmpty());
    }

    public String namespace() {
        return key.namespace();
    }

    public String name() {
        return key.name();
    }

    public boolean tolerates(Taint taint) {
        for (Toleration toleration : rules.tolerations()) {
            if (toleration.tolerates(taint)) {
                return true;
            }
        }
        return false;
    }

    /** Two views are of one pod if the uid is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PodInfo view && view.uid.equals(uid);
    }

    @Override
    public int hashCode() {
        return uid.hashCode();
    }
}
