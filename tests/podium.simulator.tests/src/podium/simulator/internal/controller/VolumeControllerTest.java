// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

/** Volume claims from their making until a pod runs with them. */
class VolumeControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void nodes() {
        rig.node("n1", 0, Map.of("topology.kubernetes.io/zone", "a"));
        rig.node("n2", 8, Map.of("topology.kubernetes.io/zone", "b"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void storageClass(String mode, String provisioner) {
        rig.apply("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: s}, provisioner: " + provisioner
                + ", volumeBindingMode: " + mode + "}");
    }

    private void claim(String name) {
        rig.apply("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: " + name
                + "}, spec: {storageClassName: s, accessModes: [ReadWriteOnce], resources: {requests:"
                + " {storage: 5Gi}}}}");
    }

    private void volume(String name, String size, String policy) {
        rig.apply("{apiVersion: v1, kind: PersistentVolume, metadata: {name: " + name + "}, spec: {storageClassName: s,"
                + " accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: " + policy + ", capacity: {storage: "
                + size + "}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key:"
                + " kubernetes.io/hostname, operator: In, values: [n2]}]}]}}}}");
    }

    private Rig pod(String name, String claim) {
        return rig.pod(name, 0, "volumes: [{name: v, persistentVolumeClaim: {claimName: " + claim + "}}]");
    }

    private String phase(String claim) {
        return Json.text(rig.get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, claim), "status", "phase");
    }

    private String volumeOf(String claim) {
        return Json.text(rig.get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, claim), "spec", "volumeName");
    }

    @Test
    void aClaimIsBoundAtOnceToTheSmallestVolumeThatWillDo() {
        storageClass("Immediate", "kubernetes.io/no-provisioner");
        volume("small", "1Gi", "Retain");
        volume("large", "20Gi", "Retain");
        volume("fit", "6Gi", "Retain");
        claim("c");
        rig.settle();
        assertEquals("Bound", phase("c"));
        assertEquals("fit", volumeOf("c"));
        assertEquals("Available", Json.text(rig.get(ResourceTypes.PERSISTENT_VOLUME, "large"), "status", "phase"));
        assertEquals("c", Json.text(rig.get(ResourceTypes.PERSISTENT_VOLUME, "fit"), "spec", "claimRef", "name"));
    }

    @Test
    void aVolumeIsMadeWhereThereIsNone() {
        storageClass("Immediate", "x.example");
        claim("c");
        rig.settle();
        assertEquals("Bound", phase("c"));
        assertTrue(volumeOf("c").startsWith("pvc-"), volumeOf("c"));
    }

    @Test
    void aClaimWaitsForItsFirstPodAndTheVolumeIsMadeInTheZoneOfItsNode() {
        storageClass("WaitForFirstConsumer", "x.example");
        claim("c");
        rig.settle();
        assertEquals("", volumeOf("c"));
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", true));
        pod("p", "c").advance("20s");
        assertEquals("n2", rig.nodeOf("p"));
        assertEquals("Running", rig.phase("p"));
        assertEquals(
                "b",
                rig.get(ResourceTypes.PERSISTENT_VOLUME, volumeOf("c"))
                        .at("/spec/nodeAffinity/required/nodeSelectorTerms/0/matchExpressions/0/values/0")
                        .asText());
    }

    @Test
    void aLocalVolumeTakesThePodToItsNode() {
        storageClass("WaitForFirstConsumer", "kubernetes.io/no-provisioner");
        volume("disk", "10Gi", "Retain");
        claim("c");
        pod("p", "c").advance("20s");
        assertEquals("n2", rig.nodeOf("p"));
        assertEquals("disk", volumeOf("c"));
    }

    @Test
    void aPodWaitsForItsClaimAndGoesWhenThereIsAVolume() {
        storageClass("Immediate", "kubernetes.io/no-provisioner");
        claim("c");
        pod("p", "c").settle();
        assertEquals(
                "False Unschedulable 0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims. not"
                        + " found",
                rig.scheduled("p"));
        volume("late", "10Gi", "Retain");
        rig.advance("30s");
        assertEquals("n2", rig.nodeOf("p"));
    }

    @Test
    void aPodWhoseClaimFindsNoVolumeOnAnyNodeSaysSo() {
        storageClass("WaitForFirstConsumer", "kubernetes.io/no-provisioner");
        volume("small", "1Gi", "Retain");
        claim("c");
        pod("p", "c").settle();
        assertTrue(
                rig.scheduled("p").contains("2 node(s) didn't find available persistent volumes to bind."),
                rig.scheduled("p"));
    }

    @Test
    void aVolumeGoesWithItsClaimOrIsKeptAsItsPolicySays() {
        storageClass("Immediate", "x.example");
        volume("kept", "5Gi", "Retain");
        claim("c");
        claim("d");
        rig.settle();
        String made = volumeOf("d");
        assertEquals("kept", volumeOf("c"));
        rig.delete(ResourceTypes.PERSISTENT_VOLUME_CLAIM, "c")
                .delete(ResourceTypes.PERSISTENT_VOLUME_CLAIM, "d")
                .settle();
        assertEquals("Released", Json.text(rig.get(ResourceTypes.PERSISTENT_VOLUME, "kept"), "status", "phase"));
        assertTrue(rig.find(ResourceTypes.PERSISTENT_VOLUME, made).isEmpty());
    }
}
