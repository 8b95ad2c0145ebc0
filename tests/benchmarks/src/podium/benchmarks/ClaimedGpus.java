// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceId;
import podium.core.dra.DeviceRequest;
import podium.core.dra.NamedValues;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;

/** Eight GPUs on each node of a cluster as a DRA driver publishes them, four or five of them held, by another pod on each node. */
final class ClaimedGpus {
    /** Four GPUs of at least 80Gi. */
    static final String ANY = "four";
    /** The same, of one PCIe root, which has four. */
    static final String OF_ONE_ROOT = "four-near";

    private static final String DRIVER = "gpu.nvidia.com";
    private static final ClaimSpec FOUR = spec(List.of());

    private final SchedulingObjects facts;
    private final Cluster cluster;
    private int classes;

    ClaimedGpus(SchedulingObjects facts, Cluster cluster) {
        this.facts = facts;
        this.cluster = cluster;
        for (String kind :
                List.of("ResourceSlice", "ResourceClaim", "ResourceClaimTemplate", "DeviceClass", "DeviceTaintRule")) {
            facts.listed(kind);
        }
        facts.seen(new DeviceClass(
                "gpu",
                List.of("device.driver == '" + DRIVER + "' && device.attributes['" + DRIVER + "'].type == 'gpu'"),
                "",
                null));
        facts.seen(new ResourceClaimTemplate("", ANY, FOUR));
        facts.seen(new ResourceClaimTemplate(
                "",
                OF_ONE_ROOT,
                spec(List.of(new DeviceConstraint(List.of(), "resource.kubernetes.io/pcieRoot", false)))));
        for (int i = 0; i < cluster.getNodes().size(); i++) {
            facts.seen(slice(cluster.getNodes().get(i)));
            hold(i, i % 2 == 0 ? 4 : 5);
        }
    }

    private static ClaimSpec spec(List<DeviceConstraint> constraints) {
        DeviceChoice four = new DeviceChoice(
                "",
                "gpu",
                List.of("device.capacity['" + DRIVER + "'].memory.compareTo(quantity('80Gi')) >= 0"),
                false,
                4,
                false,
                List.of(),
                NamedValues.none());
        return new ClaimSpec(List.of(new DeviceRequest("gpus", List.of(four))), constraints);
    }

    private static ResourceSlice slice(Node node) {
        List<OfferedDevice> devices = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            devices.add(new OfferedDevice(
                    "gpu-" + i,
                    NamedValues.of(Map.of(
                            "type",
                            new Attribute.Text("gpu"),
                            "uuid",
                            new Attribute.Text("GPU-" + node.getName() + "-" + i),
                            "resource.kubernetes.io/pcieRoot",
                            new Attribute.Text("pci" + i / 4))),
                    NamedValues.of(Map.of("memory", Capacity.of(BigDecimal.valueOf(80L << 30)))),
                    List.of(),
                    List.of(),
                    NodeReach.NOWHERE,
                    false,
                    false,
                    List.of()));
        }
        String name = node.getName();
        return new ResourceSlice(name + "-gpus", DRIVER, name, 1, 1, NodeReach.of(name), devices, List.of());
    }

    /** Has a pod of its own hold so many devices of a node. */
    void hold(int node, int count) {
        String name = cluster.getNodes().get(node).getName();
        List<AllocatedDevice> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new AllocatedDevice("gpus", new DeviceId(DRIVER, name, "gpu-" + i)));
        }
        NodeTerm only = new NodeTerm(List.of(), List.of(new Requirement("metadata.name", "In", List.of(name))));
        facts.seen(new ResourceClaim(
                "",
                "held-" + name,
                "uid-" + name,
                "",
                "",
                false,
                FOUR,
                Optional.of(new ClaimAllocation(devices, List.of(only))),
                List.of(new ClaimUser("pods", "holder-" + name, "uid-holder-" + name)),
                false));
    }

    /** Changes a class that nobody asks for. */
    void otherClass() {
        facts.seen(new DeviceClass("other-" + classes++, List.of(), "", null));
    }

    /** Gives each task of a gang a claim of its own from a template. */
    Job claiming(Job gang, String template) {
        for (Task task : gang.getTasks()) {
            String text = task.getSpec().text();
            task.setSpec(TaskSpec.parse(text + "resourceClaims=" + TaskSpec.OWN + "gpus/" + template + "\t\n"));
        }
        return gang;
    }
}
