// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import podium.core.change.Change;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceLink;
import podium.core.change.DeviceReport;
import podium.core.change.SchedulingObject;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceId;
import podium.core.dra.DeviceRequest;
import podium.core.testkit.TestKinds;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Readiness;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.QuotaTerms;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;

/** Makes changes of few objects with few values, so that they meet: in no order that a cluster would keep. */
final class Made {
    static final Instant NOW = Instant.parse("2026-03-04T03:12:00Z");

    private static final String[] KINDS = {"Deployment", "ReplicaSet", "Job", "JobSet"};
    private static final String DRIVER = "gpu.nvidia.com";
    private final Random random;

    Made(Random random) {
        this.random = random;
    }

    Change change() {
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> node(name("n", 4));
            case 3, 4, 5, 6, 7 -> pod(name("p", 9));
            case 8, 9, 10 -> workload(random.nextInt(6));
            case 11 -> queue(name("q", 2));
            case 12 -> devices(name("n", 4));
            case 13 -> holders(name("n", 4));
            case 14 -> links(name("n", 4));
            case 15, 16 -> gang(name("g", 3));
            case 17, 18 -> claim(name("c", 3));
            case 19 -> budget(name("b", 2));
            case 20 ->
                new Change.PriorityClassSeen(name("class", 2), uid("class"), random.nextInt(100), random.nextBoolean());
            case 21 -> fact();
            case 22 -> World.connection(ConnectionState.values()[random.nextInt(ConnectionState.values().length)]);
            default ->
                new Change.Listed(List.of("Pod", "Node", "ResourceClaim").get(random.nextInt(3)), random.nextInt(9));
        };
    }

    private String name(String prefix, int count) {
        // n10 and n2, which people order otherwise than machines do
        int number = random.nextInt(count);
        return prefix + (number == 3 ? 10 : number);
    }

    /** An object may have been made anew under its name. */
    private String uid(String name) {
        return "uid-" + name + (random.nextInt(6) == 0 ? "-again" : "");
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private Change node(String name) {
        Map<String, String> labels = new TreeMap<>();
        if (maybe()) {
            labels.put("topology.kubernetes.io/zone", "z" + random.nextInt(2));
        }
        if (maybe()) {
            labels.put("topology.kubernetes.io/rack", "r" + random.nextInt(2));
        }
        if (random.nextInt(4) == 0) {
            labels.put("nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3");
        }
        Resources all = Resources.of(
                Map.of("nvidia.com/gpu", (long) random.nextInt(4), "cpu", 64_000L, "memory", 1L << 30, "pods", 110L));
        return new Change.NodeSeen(
                name,
                uid(name),
                "" + random.nextInt(9),
                Labels.of(labels),
                Taints.none(),
                all,
                all,
                random.nextInt(4) == 0,
                Readiness.values()[random.nextInt(Readiness.values().length)],
                Conditions.none(),
                maybe() ? null : NOW,
                "v1.34.0",
                "10.0.0.1");
    }

    private TaskSpec spec() {
        long gpus = random.nextInt(3);
        Optional<String> group = random.nextInt(3) == 0 ? Optional.of(name("g", 3)) : Optional.empty();
        List<String> claims =
                random.nextInt(4) == 0 ? List.of(maybe() ? name("c", 3) : TaskSpec.OWN + "gpu/t0") : List.of();
        return new TaskSpec(
                gpus == 0 ? Resources.none() : Resources.of(Map.of("nvidia.com/gpu", gpus)),
                QuotaTerms.NONE,
                Labels.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TaskSpec.DEFAULT_SCHEDULER,
                random.nextInt(4) == 0 ? OptionalInt.of(random.nextInt(9)) : OptionalInt.empty(),
                group,
                OptionalLong.empty(),
                false,
                false,
                List.of(),
                List.of(),
                claims,
                List.of());
    }

    private Change pod(String name) {
        TaskPhase[] phases = TaskPhase.values();
        TaskPhase phase = maybe() ? TaskPhase.RUNNING : phases[random.nextInt(phases.length)];
        int owner = random.nextInt(7);
        DeviceIds ids = random.nextInt(3) > 0 ? DeviceIds.none() : new DeviceIds(List.of("GPU-" + random.nextInt(4)));
        return new Change.PodSeen(
                "team",
                name,
                uid(name),
                Labels.of("app", "a" + random.nextInt(2)),
                phase,
                maybe() ? "" : "Unschedulable",
                maybe() ? "" : "no room",
                owner == 6 ? Optional.empty() : Optional.of(owner(owner)),
                random.nextInt(4) == 0 ? "" : name("n", 4),
                spec(),
                phase == TaskPhase.RUNNING,
                false,
                random.nextInt(2),
                maybe() ? null : NOW,
                maybe() ? null : NOW,
                null,
                ids,
                maybe() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(4)),
                null,
                maybe() ? null : NOW,
                null);
    }

    private ControllerRef owner(int number) {
        return TestKinds.controller("apps/v1", KINDS[number % 4], "w" + number, uid("w" + number));
    }

    private Change workload(int number) {
        String name = "w" + number;
        Optional<ControllerRef> owner = number > 0 && random.nextInt(3) > 0
                ? Optional.of(number == 5 ? TestKinds.controller("v1", "Pod", "p0", uid("p0")) : owner(number - 1))
                : Optional.empty();
        return new Change.WorkloadSeen(
                maybe() ? "apps/v1" : "apps/v2",
                KINDS[number % 4],
                "team",
                name,
                uid(name),
                Labels.of("app", name),
                owner,
                random.nextInt(4) == 0,
                random.nextInt(4),
                maybe() ? OptionalInt.empty() : OptionalInt.of(2),
                maybe() ? Optional.empty() : Optional.of(spec()),
                maybe() ? "" : name("q", 2),
                maybe() ? "" : name("class", 2),
                maybe() ? "" : "Somebody: not now",
                Conditions.none(),
                Labels.none(),
                maybe() ? null : NOW,
                maybe() ? null : NOW,
                null,
                TestKinds.of(KINDS[number % 4]),
                List.of(),
                Optional.empty(),
                random.nextInt(2));
    }

    private Change gang(String name) {
        int owner = random.nextInt(5);
        Optional<ControllerRef> controller =
                switch (owner) {
                    case 0, 1 -> Optional.of(owner(owner));
                    case 2 -> Optional.of(TestKinds.controller("apps/v1", KINDS[2], "w2", ""));
                    default -> Optional.empty();
                };
        return new Change.GangSeen(
                "scheduling.example/v1",
                "PodGroup",
                "team",
                name,
                uid(name),
                controller,
                maybe() ? OptionalInt.empty() : OptionalInt.of(2 + random.nextInt(2)),
                maybe() ? "" : name("q", 2),
                maybe() ? "" : name("class", 2),
                maybe() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(3)),
                maybe() ? "" : "Somebody: no room",
                TestKinds.of("PodGroup"),
                "");
    }

    private Change queue(String name) {
        String kind =
                List.of("LocalQueue", "ClusterQueue", "Queue", "ResourceQuota").get(random.nextInt(4));
        boolean local = kind.equals("LocalQueue") || kind.equals("ResourceQuota");
        return new Change.QueueSeen(
                kind,
                local ? "team" : "",
                name,
                uid(name),
                "",
                Resources.none(),
                Resources.none(),
                random.nextInt(3),
                0,
                maybe());
    }

    private Change devices(String node) {
        List<DeviceReport> devices = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            devices.add(new DeviceReport(
                    i,
                    maybe() ? "" : "GPU-" + (random.nextInt(2) + 2 * i),
                    maybe() ? "" : "NVIDIA H200",
                    maybe() ? OptionalLong.empty() : OptionalLong.of(1L << (30 + random.nextInt(3))),
                    maybe() ? "" : "0000:0" + i + ":00.0",
                    maybe() ? OptionalInt.empty() : OptionalInt.of(i),
                    Health.values()[random.nextInt(Health.values().length)],
                    "",
                    maybe()
                            ? Optional.empty()
                            : Optional.of(new DeviceReport.Offer(new DeviceId(DRIVER, node, "gpu-" + i), List.of()))));
        }
        return new Change.DevicesSeen(node, maybe() ? "ResourceSlice" : "DCGM", devices);
    }

    private Change holders(String node) {
        List<DeviceHolder> holders = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            holders.add(new DeviceHolder(OptionalInt.of(random.nextInt(3)), "", "team", name("p", 9)));
        }
        return new Change.HoldersSeen(node, "DCGM", holders);
    }

    private Change links(String node) {
        List<DeviceLink> links = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            links.add(new DeviceLink(
                    i,
                    maybe() ? OptionalInt.empty() : OptionalInt.of(i + 1),
                    LinkKind.NVLINK,
                    OptionalDouble.of(1e9),
                    Health.values()[random.nextInt(Health.values().length)]));
        }
        return new Change.LinksSeen(node, links);
    }

    private Change budget(String name) {
        return new Change.BudgetSeen(
                "team",
                name,
                uid(name),
                new LabelSelector(Labels.of("app", "a" + random.nextInt(2)), List.of()),
                random.nextInt(2),
                1,
                1,
                1,
                1,
                1,
                maybe());
    }

    private Change claim(String name) {
        String node = name("n", 4);
        NodeTerm there = new NodeTerm(List.of(), List.of(new Requirement("metadata.name", "In", List.of(node))));
        AllocatedDevice device = new AllocatedDevice("gpu", new DeviceId(DRIVER, node, "gpu-" + random.nextInt(3)));
        String pod = name("p", 9);
        return new Change.FactSeen(new SchedulingObject.ResourceClaim(
                "team",
                name,
                uid(name),
                "",
                "",
                false,
                asks(),
                maybe() ? Optional.empty() : Optional.of(new ClaimAllocation(List.of(device), List.of(there))),
                maybe() ? List.of() : List.of(new ClaimUser("pods", pod, "uid-" + pod)),
                false));
    }

    private ClaimSpec asks() {
        return new ClaimSpec(
                List.of(new DeviceRequest("gpu", List.of(DeviceChoice.of("gpu", 1 + random.nextInt(2))))), List.of());
    }

    private Change fact() {
        return new Change.FactSeen(
                switch (random.nextInt(3)) {
                    case 0 -> new SchedulingObject.ResourceClaimTemplate("team", "t0", asks());
                    case 1 ->
                        new SchedulingObject.DeviceClass(
                                "gpu",
                                List.of("device.driver == \"" + (maybe() ? DRIVER : "nic.example.com") + "\""),
                                "",
                                null);
                    default ->
                        new SchedulingObject.DeviceTaintRule(
                                "r0",
                                DRIVER,
                                maybe() ? "" : name("n", 4),
                                maybe() ? "" : "gpu-0",
                                new Taint("sick", "", maybe() ? "NoSchedule" : "None"));
                });
    }
}
