// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.DeviceManager;
import podium.simulator.store.ResourceTypes;

/** Claims of devices from their making to their end. Node n1 offers two GPUs through a driver. */
class ResourceClaimControllerTest {

    private static final String USES =
            "spec: {restartPolicy: Never, resourceClaims: [{name: gpu, %s}], containers: [{name:"
                    + " main, image: img, resources: {claims: [{name: gpu}]}}]}";

    private final Rig rig = new Rig();

    @BeforeEach
    void devices() {
        rig.node("n1", 2);
        rig.apply("{apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu}, spec: {selectors: [{cel:"
                + " {expression: \"device.driver == 'gpu.nvidia.com'\"}}]}}");
        rig.apply("{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: n1}, spec: {driver:"
                + " gpu.nvidia.com, nodeName: n1, pool: {name: n1, generation: 1, resourceSliceCount: 1}, devices: [{name:"
                + " gpu-0}, {name: gpu-1}]}}");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void template() {
        rig.apply("{apiVersion: resource.k8s.io/v1, kind: ResourceClaimTemplate, metadata: {name: t}, spec: {metadata:"
                + " {labels: {made: here}}, spec: {devices: {requests: [{name: r, exactly: {deviceClassName:"
                + " gpu}}]}}}}");
    }

    private void claim(String name) {
        rig.apply("{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: " + name
                + "}, spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}}");
    }

    private void pod(String name, String claim, String annotations) {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", annotations: {" + annotations + "}}, "
                + USES.formatted(claim) + "}");
    }

    private List<ObjectNode> claims() {
        return rig.store().list(ResourceTypes.RESOURCE_CLAIM, "default");
    }

    @Test
    void aClaimIsMadeFromTheTemplateAndTheStatusSaysWhich() {
        template();
        pod("p", "resourceClaimTemplateName: t", "");
        rig.advance("5s");
        ObjectNode claim = claims().getFirst();
        assertTrue(Json.name(claim).startsWith("p-gpu-"), Json.name(claim));
        assertEquals("here", Json.labels(claim).get("made"));
        assertEquals(
                "gpu",
                Json.annotation(claim, "resource.kubernetes.io/pod-claim-name").orElse(""));
        assertEquals("p", claim.at("/metadata/ownerReferences/0/name").asText());
        ObjectNode pod = rig.get(ResourceTypes.POD, "p");
        assertEquals(
                Json.name(claim),
                pod.at("/status/resourceClaimStatuses/0/resourceClaimName").asText());
        assertEquals("n1", rig.nodeOf("p"));
        assertEquals(
                "gpu-0", claim.at("/status/allocation/devices/results/0/device").asText());
        assertEquals("p", claim.at("/status/reservedFor/0/name").asText());
    }

    @Test
    void aPodWaitsForItsTemplate() {
        pod("p", "resourceClaimTemplateName: t", "");
        rig.advance("5s");
        assertEquals("", rig.nodeOf("p"));
        template();
        rig.advance("30s");
        assertEquals("n1", rig.nodeOf("p"));
    }

    @Test
    void theKubeletSeesWhoHasTheDevice() {
        claim("c");
        pod("p", "resourceClaimName: c", "");
        rig.advance("20s");
        assertEquals("Running", rig.phase("p"));
        DeviceManager devices = rig.life().kubelets().devices("n1").orElseThrow();
        assertEquals(
                List.of("p"),
                devices.holders(0).stream().map(DeviceManager.Holder::pod).toList());
        assertEquals(List.of(), devices.holders(1));
    }

    @Test
    void devicesComeBackWhenThePodIsGoneAndTheNextGetsThem() {
        claim("c");
        claim("d");
        claim("e");
        pod("p", "resourceClaimName: c", "");
        pod("q", "resourceClaimName: d", "");
        rig.advance("20s");
        pod("r", "resourceClaimName: e", "");
        rig.advance("20s");
        assertEquals("", rig.nodeOf("r"));
        assertTrue(rig.scheduled("r").contains("1 cannot allocate all claims"), rig.scheduled("r"));
        rig.delete(ResourceTypes.POD, "p").advance("2m");
        assertEquals("n1", rig.nodeOf("r"));
        ObjectNode left = rig.get(ResourceTypes.RESOURCE_CLAIM, "c");
        assertFalse(left.path("status").has("allocation"));
        assertFalse(left.path("status").has("reservedFor"));
        assertFalse(left.path("metadata").has("finalizers"));
    }

    @Test
    void theClaimOfAPodThatIsDeletedGoesWithIt() {
        template();
        pod("p", "resourceClaimTemplateName: t", "");
        rig.advance("20s");
        assertEquals(1, claims().size());
        rig.delete(ResourceTypes.POD, "p").advance("2m");
        assertEquals(List.of(), claims());
    }

    @Test
    void aClaimThatHasDevicesIsKeptUntilTheyAreBack() {
        claim("c");
        pod("p", "resourceClaimName: c", "");
        rig.advance("20s");
        rig.delete(ResourceTypes.RESOURCE_CLAIM, "c").settle();
        assertTrue(Json.terminating(rig.get(ResourceTypes.RESOURCE_CLAIM, "c")));
        rig.delete(ResourceTypes.POD, "p").advance("2m");
        assertEquals(List.of(), claims());
    }
}
