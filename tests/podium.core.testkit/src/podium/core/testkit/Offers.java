// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceId;
import podium.core.dra.DeviceRequest;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Slices, classes and claims for tests, with everything left out that a test does not speak of. */
public final class Offers {
    public static final String DRIVER = "gpu.example.com";
    private static final List<String> KINDS =
            List.of("ResourceSlice", "ResourceClaim", "ResourceClaimTemplate", "DeviceClass", "DeviceTaintRule");

    private Offers() {}

    /** All objects there are have been seen. */
    public static List<Change> listed() {
        return KINDS.stream().map(kind -> (Change) new Change.Listed(kind, 0)).toList();
    }

    public static Change seen(SchedulingObject fact) {
        return new Change.FactSeen(fact);
    }

    /** The one slice of a node's pool. */
    public static ResourceSlice slice(String node, OfferedDevice... devices) {
        return slice(node + "-slice", node, 1, 1, devices);
    }

    public static ResourceSlice slice(String name, String node, long generation, long count, OfferedDevice... devices) {
        return new ResourceSlice(
                name, DRIVER, node, generation, count, NodeReach.of(node), List.of(devices), List.of());
    }

    /** So many devices of a node with 80Gi of memory each, in two halves of a PCIe root. */
    public static ResourceSlice gpus(String node, int count) {
        OfferedDevice[] devices = new OfferedDevice[count];
        for (int i = 0; i < count; i++) {
            devices[i] = new DeviceBuilder("gpu-" + i)
                    .text("type", "gpu")
                    .text("uuid", node + "-" + i)
                    .text("resource.kubernetes.io/pcieRoot", "pci" + i * 2 / Math.max(1, count))
                    .capacity("memory", "80Gi")
                    .build();
        }
        return slice(node, devices);
    }

    public static DeviceClass deviceClass(String name, String... selectors) {
        return new DeviceClass(name, List.of(selectors), "", null);
    }

    public static DeviceClass serving(String name, String resource) {
        return new DeviceClass(name, List.of("device.driver == '" + DRIVER + "'"), resource, null);
    }

    public static ClaimSpec spec(DeviceRequest... requests) {
        return new ClaimSpec(List.of(requests), List.of());
    }

    public static ClaimSpec spec(DeviceConstraint constraint, DeviceRequest... requests) {
        return new ClaimSpec(List.of(requests), List.of(constraint));
    }

    public static DeviceRequest request(String name, DeviceChoice... choices) {
        return new DeviceRequest(name, List.of(choices));
    }

    public static DeviceRequest request(String name, String deviceClass, long count) {
        return request(name, DeviceChoice.of(deviceClass, count));
    }

    public static ResourceClaim claim(String name, ClaimSpec spec) {
        return new ResourceClaim("team", name, "uid-" + name, "", "", false, spec, Optional.empty(), List.of(), false);
    }

    /** The claim that was made for a pod from a template. */
    public static ResourceClaim made(String pod, String podClaim, ClaimSpec spec) {
        return new ResourceClaim(
                "team",
                pod + "-" + podClaim + "-x7k2p",
                "uid-" + pod + podClaim,
                "uid-" + pod,
                podClaim,
                false,
                spec,
                Optional.empty(),
                List.of(),
                false);
    }

    /** The claim with devices of a node, used by pods. */
    public static ResourceClaim on(ResourceClaim claim, String node, List<String> devices, String... pods) {
        List<AllocatedDevice> all = new ArrayList<>();
        devices.forEach(device -> all.add(new AllocatedDevice("r", new DeviceId(DRIVER, node, device))));
        return having(claim, new ClaimAllocation(all, onlyOn(node)), pods);
    }

    public static ResourceClaim having(ResourceClaim claim, ClaimAllocation allocation, String... pods) {
        List<ClaimUser> users = new ArrayList<>();
        for (String pod : pods) {
            users.add(new ClaimUser("pods", pod, "uid-" + pod));
        }
        return new ResourceClaim(
                claim.namespace(),
                claim.name(),
                claim.uid(),
                claim.owner(),
                claim.podClaim(),
                claim.extended(),
                claim.spec(),
                Optional.of(allocation),
                users,
                claim.ending());
    }

    public static List<NodeTerm> onlyOn(String node) {
        return List.of(new NodeTerm(List.of(), List.of(new Requirement("metadata.name", "In", List.of(node)))));
    }

    /** A pod that names claims, or templates as {@code <pod>-name/template}. */
    public static TaskSpec claims(String... references) {
        return withClaims(TaskSpec.of(Resources.of(Map.of("cpu", 100L))), references);
    }

    public static TaskSpec withClaims(TaskSpec like, String... references) {
        return SpecBuilder.like(like).resourceClaims(references).build();
    }
}
