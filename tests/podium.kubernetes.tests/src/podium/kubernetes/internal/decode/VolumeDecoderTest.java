// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.kubernetes.testkit.Truth;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;

/** Volumes, claims, classes and namespaces as the API server writes them. */
class VolumeDecoderTest {
    private static final LabelSelector ANY = new LabelSelector(Labels.none(), List.of());

    private static SchedulingObject read(String kind, String json) {
        return ((Change.FactSeen) Truth.decode(Truth.kind(kind), new Kind.Shared(), json)
                        .changes()
                        .getFirst())
                .fact();
    }

    @Test
    void aNamespaceIsItsLabels() {
        assertEquals(
                new SchedulingObject.Namespace("team", Labels.of("owner", "x")),
                read("namespaces", "{\"metadata\":{\"name\":\"team\",\"labels\":{\"owner\":\"x\"}}}"));
    }

    @Test
    void aClaimNamesItsVolumeOrTheNodeWhereItIsMade() {
        assertEquals(
                new SchedulingObject.PersistentVolumeClaim(
                        "team", "data", "v", "n1", "fast", List.of("ReadWriteOnce"), 5L << 30, ANY, true),
                read("persistentvolumeclaims", """
                    {"metadata":{"namespace":"team","name":"data","deletionTimestamp":"2026-01-01T00:00:00Z",
                      "annotations":{"volume.kubernetes.io/selected-node":"n1"}},
                     "spec":{"volumeName":"v","storageClassName":"fast","accessModes":["ReadWriteOnce"],
                      "resources":{"requests":{"storage":"5Gi"}}}}\
                    """));
    }

    @Test
    void aVolumeTellsFromWhereItIsReachedAndWhoseItIs() {
        assertEquals(
                new SchedulingObject.PersistentVolume(
                        "v",
                        Labels.of("topology.kubernetes.io/zone", "a__b"),
                        "old",
                        List.of("ReadWriteMany"),
                        1L << 40,
                        List.of(new NodeTerm(List.of(new Requirement("rack", "In", List.of("r1"))), List.of())),
                        List.of(new Requirement("topology.kubernetes.io/zone", "In", List.of("a", "b"))),
                        "team/data",
                        false),
                read("persistentvolumes", """
                    {"metadata":{"name":"v","labels":{"topology.kubernetes.io/zone":"a__b"},
                      "annotations":{"volume.beta.kubernetes.io/storage-class":"old"}},
                     "spec":{"capacity":{"storage":"1Ti"},"accessModes":["ReadWriteMany"],
                      "claimRef":{"namespace":"team","name":"data"},
                      "nodeAffinity":{"required":{"nodeSelectorTerms":[{"matchExpressions":[
                       {"key":"rack","operator":"In","values":["r1"]}]}]}}},
                     "status":{"phase":"Bound"}}\
                    """));
    }

    @Test
    void aClassTellsWhetherItWaitsMakesAndWhere() {
        assertEquals(
                new SchedulingObject.StorageClass(
                        "local",
                        true,
                        false,
                        List.of(new NodeTerm(List.of(new Requirement("zone", "In", List.of("a"))), List.of()))),
                read("storageclasses.storage.k8s.io", """
                    {"metadata":{"name":"local"},"provisioner":"kubernetes.io/no-provisioner",
                     "volumeBindingMode":"WaitForFirstConsumer",
                     "allowedTopologies":[{"matchLabelExpressions":[{"key":"zone","values":["a"]}]}]}\
                    """));
    }
}
