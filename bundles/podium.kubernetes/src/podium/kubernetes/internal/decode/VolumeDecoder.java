// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;

/** Volumes, claims of them and their classes (core/v1, storage.k8s.io/v1), and namespaces: what decides where pods may run. */
final class VolumeDecoder {
    /** Labels of a volume that nodes must have as well (scheduler plugin VolumeZone). */
    private static final List<String> ZONES = List.of(
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region",
            "failure-domain.beta.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region");

    private static final String CLASS = "volume.beta.kubernetes.io/storage-class";

    private VolumeDecoder() {}

    static List<Change> namespace(JsonTree namespace) {
        JsonTree metadata = namespace.at("metadata");
        return fact(new SchedulingObject.Namespace(
                metadata.text("name"), metadata.at("labels").labels()));
    }

    static List<Change> claim(JsonTree claim) {
        JsonTree metadata = claim.at("metadata");
        JsonTree spec = claim.at("spec");
        return fact(new SchedulingObject.PersistentVolumeClaim(
                metadata.text("namespace"),
                metadata.text("name"),
                spec.text("volumeName"),
                metadata.at("annotations").text("volume.kubernetes.io/selected-node"),
                className(claim),
                spec.at("accessModes").texts(),
                bytes(spec.at("resources", "requests")),
                spec.at("selector").isObject()
                        ? Affinities.selector(spec.at("selector"))
                        : new LabelSelector(Labels.none(), List.of()),
                metadata.at("deletionTimestamp").exists()));
    }

    static List<Change> volume(JsonTree volume) {
        JsonTree metadata = volume.at("metadata");
        JsonTree spec = volume.at("spec");
        JsonTree claim = spec.at("claimRef");
        Labels labels = metadata.at("labels").labels();
        List<Requirement> zones = new ArrayList<>();
        for (String key : ZONES) {
            labels.get(key).ifPresent(value -> zones.add(new Requirement(key, "In", List.of(value.split("__")))));
        }
        return fact(new SchedulingObject.PersistentVolume(
                metadata.text("name"),
                labels,
                className(volume),
                spec.at("accessModes").texts(),
                bytes(spec.at("capacity")),
                spec.at("nodeAffinity", "required", "nodeSelectorTerms").elements().stream()
                        .map(Affinities::nodeTerm)
                        .toList(),
                zones,
                claim.isObject() ? claim.text("namespace") + "/" + claim.text("name") : "",
                List.of("", "Available", "Pending").contains(volume.at("status").text("phase"))));
    }

    static List<Change> storageClass(JsonTree storage) {
        return fact(new SchedulingObject.StorageClass(
                storage.at("metadata").text("name"),
                "WaitForFirstConsumer".equals(storage.text("volumeBindingMode")),
                !"kubernetes.io/no-provisioner".equals(storage.text("provisioner")),
                storage.at("allowedTopologies").elements().stream()
                        .map(VolumeDecoder::topology)
                        .toList()));
    }

    private static NodeTerm topology(JsonTree term) {
        return new NodeTerm(
                term.at("matchLabelExpressions").elements().stream()
                        .map(expression -> new Requirement(
                                expression.text("key"),
                                "In",
                                expression.at("values").texts()))
                        .toList(),
                List.of());
    }

    private static String className(JsonTree object) {
        String old = object.at("metadata", "annotations").text(CLASS);
        return old.isEmpty() ? object.at("spec").text("storageClassName") : old;
    }

    private static long bytes(JsonTree amounts) {
        return amounts.resources().get("storage");
    }

    private static List<Change> fact(SchedulingObject fact) {
        return List.of(new Change.FactSeen(fact));
    }
}
