// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.scheduler.NodeSearch;
import podium.simulator.internal.scheduler.Preemption;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.World;
import podium.simulator.store.ResourceTypes;

/** Volumes: where they can be reached, who has them, and what is still to be found or made. */
class VolumeRulesTest {

    private static final String CLAIM = "volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]";

    private final World world = new World();

    @BeforeEach
    void nodes() {
        world.node("a", "zone: a, topology.kubernetes.io/zone: a").node("b", "zone: b, topology.kubernetes.io/zone: b");
    }

    private void storageClass(String name, String mode, String provisioner, String more) {
        world.object(
                ResourceTypes.STORAGE_CLASS,
                "metadata: {name: " + name + "}, volumeBindingMode: " + mode + ", provisioner: " + provisioner + more);
    }

    private void volume(String name, String spec, String labels, String phase) {
        world.object(
                ResourceTypes.PERSISTENT_VOLUME,
                "metadata: {name: " + name + ", labels: {" + labels
                        + "}}, spec: {capacity: {storage: 10Gi}, accessModes:" + " [ReadWriteOnce], " + spec
                        + "}, status: {phase: " + phase + "}");
    }

    private void claim(String spec, boolean bound) {
        String annotations = bound ? ", annotations: {pv.kubernetes.io/bind-completed: \"yes\"}" : "";
        world.object(
                ResourceTypes.PERSISTENT_VOLUME_CLAIM,
                "metadata: {name: c, namespace: default, uid: u" + annotations + "}, spec: {accessModes:"
                        + " [ReadWriteOnce], resources: {requests: {storage: 5Gi}}, " + spec + "}");
    }

    private static String zone(String value) {
        return "nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: ["
                + value + "]}]}]}}";
    }

    private Optional<String> everywhere(String spec) {
        return new FilterPlugins(Parts.pod("p", spec), world.cache(), List.of()).everywhere();
    }

    @Test
    void aClaimThatIsNotThereIsNamed() {
        assertEquals(Optional.of("persistentvolumeclaim \"c\" not found"), everywhere(CLAIM));
        assertEquals(
                Optional.of("waiting for ephemeral volume controller to create the persistentvolumeclaim \"p-v\""),
                everywhere("volumes: [{name: v, ephemeral: {}}]"));
    }

    @Test
    void aBoundVolumeIsUsedWhereItCanBeReached() {
        volume("v", zone("a"), "", "Bound");
        claim("volumeName: v", true);
        assertEquals(List.of(), world.against("a", CLAIM));
        assertEquals(List.of("node(s) didn't match PersistentVolume's node affinity"), world.against("b", CLAIM));
    }

    @Test
    void aLabelledVolumeIsUsedInItsZones() {
        volume("v", "storageClassName: x", "topology.kubernetes.io/zone: a__c", "Bound");
        claim("volumeName: v", true);
        world.node("nowhere", "zone: z");
        assertEquals(List.of(), world.against("a", CLAIM));
        assertEquals(List.of(), world.against("nowhere", CLAIM), "a node without zones is in all of them");
        assertEquals(List.of("node(s) had no available volume zone"), world.against("b", CLAIM));
    }

    @Test
    void aVolumeThatIsGoneIsNamed() {
        claim("volumeName: gone", true);
        assertEquals(Optional.of("persistentvolume \"gone\" not found"), everywhere(CLAIM));
    }

    @Test
    void aClaimThatSomebodyElseBindsIsWaitedFor() {
        storageClass("now", "Immediate", "x.example", "");
        claim("storageClassName: now", false);
        assertEquals(Optional.of("pod has unbound immediate PersistentVolumeClaims"), everywhere(CLAIM));
    }

    @Test
    void aWaitingClaimTakesTheSmallestVolumeThatWillDoOnTheNode() {
        storageClass("disk", "WaitForFirstConsumer", "kubernetes.io/no-provisioner", "");
        volume("large", "storageClassName: disk, " + zone("a"), "", "Available");
        world.object(
                ResourceTypes.PERSISTENT_VOLUME,
                "metadata: {name: fit}, spec: {capacity: {storage: 6Gi}, accessModes: [ReadWriteOnce, ReadOnlyMany],"
                        + " storageClassName: disk, " + zone("a") + "}, status: {phase: Available}");
        volume("other", "storageClassName: else, " + zone("b"), "", "Available");
        claim("storageClassName: disk", false);
        assertEquals(List.of(), world.against("a", CLAIM));
        assertEquals(List.of("node(s) didn't find available persistent volumes to bind"), world.against("b", CLAIM));
        VolumeBindingPlan plan = VolumeBindingPlan.of(Parts.pod("p", CLAIM), world.node("a"), world.cache());
        assertEquals(Map.of(new ObjectKey("default", "c"), "fit"), plan.bindings());
    }

    @Test
    void aVolumeIsMadeWhereTheClassAllows() {
        storageClass(
                "wait",
                "WaitForFirstConsumer",
                "x.example",
                ", allowedTopologies: [{matchLabelExpressions: [{key: zone, values: [b, c]}]}]");
        claim("storageClassName: wait", false);
        assertEquals(List.of("node(s) didn't find available persistent volumes to bind"), world.against("a", CLAIM));
        assertEquals(List.of(), world.against("b", CLAIM));
        VolumeBindingPlan plan = VolumeBindingPlan.of(Parts.pod("p", CLAIM), world.node("b"), world.cache());
        assertEquals(List.of(new ObjectKey("default", "c")), plan.provisions());
    }

    @Test
    void aClaimWhoseVolumeIsBeingMadeForANodeGoesThere() {
        storageClass("wait", "WaitForFirstConsumer", "x.example", "");
        world.object(
                ResourceTypes.PERSISTENT_VOLUME_CLAIM,
                "metadata: {name: c, namespace: default, annotations: {volume.kubernetes.io/selected-node: a}}, spec:"
                        + " {storageClassName: wait, resources: {requests: {storage: 1Gi}}}");
        assertEquals(List.of(), world.against("a", CLAIM));
        assertEquals(1, world.against("b", CLAIM).size());
    }

    @Test
    void aClaimOfOnePodIsNotSharedAndItsHolderCouldLeave() {
        volume("v", "storageClassName: x", "", "Bound");
        world.object(
                ResourceTypes.PERSISTENT_VOLUME_CLAIM,
                "metadata: {name: c, namespace: default, annotations: {pv.kubernetes.io/bind-completed: \"yes\"}},"
                        + " spec: {accessModes: [ReadWriteOncePod], volumeName: v}");
        assertEquals(List.of(), world.against("a", CLAIM));
        world.held("first", "b", CLAIM);
        PodInfo pod = Parts.pod("p", CLAIM + ", priority: 5");
        FilterStatus refusal = new FilterPlugins(pod, world.cache(), List.of()).against(world.node("a"));
        assertEquals(1, refusal.reasons().size());
        assertEquals(true, refusal.curable());
        NodeSearch.Result failed = new NodeSearch(world.cache(), List.of()).run(pod);
        assertEquals(
                "b",
                new Preemption(world.cache())
                        .find(pod, failed)
                        .candidate()
                        .orElseThrow()
                        .node()
                        .name());
    }
}
