// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.simulator.internal.json.Json;

/**
 * A PersistentVolume.
 *
 * @param name its name
 * @param labels its labels
 * @param storageClass its class, empty for none
 * @param capacity in bytes
 * @param modes its access modes
 * @param block whether it is a raw device
 * @param restricted whether it can be reached from some nodes only
 * @param nodes from those that match one of these, if it is restricted
 * @param claim the claim it is for; both parts empty for none
 * @param claimUid and that claim's uid, empty where any will do
 * @param available whether nobody has it
 */
public record PersistentVolume(
        String name,
        Map<String, String> labels,
        String storageClass,
        long capacity,
        Set<String> modes,
        boolean block,
        boolean restricted,
        List<NodeTerm> nodes,
        ObjectKey claim,
        String claimUid,
        boolean available) {

    /** Reads one. */
    public static PersistentVolume of(JsonNode volume) {
        JsonNode spec = volume.path("spec");
        JsonNode required = Json.at(spec, "nodeAffinity", "required");
        return new PersistentVolume(
                Json.name(volume),
                Json.labels(volume),
                Json.annotation(volume, "volume.beta.kubernetes.io/storage-class")
                        .orElse(Json.text(spec, "storageClassName")),
                Quantity.value(Json.at(spec, "capacity", "storage").asText("0")),
                Set.copyOf(Json.list(spec.path("accessModes"))),
                Json.text(spec, "volumeMode").equals("Block"),
                required.isObject(),
                NodeTerm.any(required),
                new ObjectKey(Json.text(spec, "claimRef", "namespace"), Json.text(spec, "claimRef", "name")),
                Json.text(spec, "claimRef", "uid"),
                Json.text(volume, "status", "phase").equals("Available") && !Json.terminating(volume));
    }

    /** Whether it can be reached from a node. */
    public boolean reaches(NodeInfo node) {
        if (!restricted) {
            return true;
        }
        for (NodeTerm term : nodes) {
            if (term.matches(node)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is for this claim alone. */
    public boolean isFor(PersistentVolumeClaim asked) {
        return claim.equals(asked.key()) && (claimUid.isEmpty() || claimUid.equals(asked.uid()));
    }

    /** Whether it is for some claim. */
    public boolean taken() {
        return !claim.name().isEmpty();
    }
}
