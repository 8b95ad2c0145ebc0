// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.change.DeviceLink;
import podium.core.link.ExpectedSpeed;
import podium.core.link.LinkEnd;
import podium.core.link.LinkProbe;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.link.LinkResult;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalMachine;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.sources.internal.fleet.FakeFleet;

class NodeLinkProbeTest {
    /** NVML numbers them the other way round. */
    private static final Map<String, LocalDevice> MACHINE =
            Map.of("GPU-a", local(1, "GPU-a"), "GPU-b", local(0, "GPU-b"));

    private final FakeFleet fleet =
            new FakeFleet("lab").with("n1", "GPU-a", "GPU-b").with("n2", "GPU-x");
    private final FakeProbe probe = new FakeProbe();
    private final NodeLinkProbe links = new NodeLinkProbe(
            fleet,
            new LocalMachine() {
                @Override
                public Optional<LocalDevice> find(String uuid) {
                    return Optional.ofNullable(MACHINE.get(uuid));
                }

                @Override
                public List<LocalDevice> devices() {
                    return List.copyOf(MACHINE.values());
                }
            },
            probe);

    @Test
    void aNodeIsThisMachineWhenItHasOneOfItsDevices() {
        assertTrue(links.isHere(node("n1")));
        assertFalse(links.isHere(node("n2")));
    }

    @Test
    void theDevicesOfTheNodeAreMeasuredAndKept() {
        CompletableFuture<LinkReport> answer = links.measure(node("n1"), false, step -> {});
        assertEquals(2, probe.devices.size());
        assertEquals(Optional.empty(), links.last());
        probe.answer.complete(report());
        assertEquals(report(), answer.join());
        assertEquals(Optional.of(report()), links.last());
    }

    @Test
    void theModelLearnsOfEachLinkTheWorseOfItsTwoWays() {
        links.measure(node("n1"), false, step -> {});
        probe.answer.complete(report());
        assertEquals(
                List.of(new Change.LinksSeen(
                        "n1",
                        List.of(
                                new DeviceLink(
                                        0,
                                        OptionalInt.of(1),
                                        LinkKind.NVLINK,
                                        OptionalDouble.of(100e9),
                                        Health.DEGRADED),
                                new DeviceLink(
                                        1,
                                        OptionalInt.empty(),
                                        LinkKind.PCIE,
                                        OptionalDouble.of(60e9),
                                        Health.HEALTHY)))),
                fleet.sent,
                "by the indexes of the model");
    }

    @Test
    void whatATaskHoldsByTheApiIsToldBeforeEachLink() {
        Task task = task("train-0");
        links.measure(node("n1"), false, step -> {});
        assertEquals(Map.of(), probe.held.get());
        node("n1").getAccelerators().get(1).getTasks().add(task);
        probe.held.get();
        assertEquals(Map.of(0, "default/train-0"), probe.held.get(), "GPU 1 of the model is 0 of NVML");
    }

    @Test
    void aTaskOfWhichNobodyTellsWhichGpusItHoldsMayHoldAny() {
        task("train-0");
        links.measure(node("n1"), false, step -> {});
        assertEquals(Map.of(), probe.held.get(), "one that asks for none holds none");
        node("n1").getTasks().getFirst().setSpec(asks(1));
        probe.held.get();
        String words = "default/train-0 perhaps: which GPUs it holds is not known";
        assertEquals(Map.of(0, words, 1, words), probe.held.get());
    }

    @Test
    void cancellingReachesTheProbe() {
        links.measure(node("n1"), true, step -> {}).cancel(true);
        assertTrue(probe.answer.isCancelled());
        assertTrue(probe.evenHeld);
        assertTrue(fleet.sent.isEmpty());
    }

    private static LinkReport report() {
        LinkEnd a = new LinkEnd.Device(1);
        LinkEnd b = new LinkEnd.Device(0);
        return new LinkReport(
                Instant.EPOCH,
                "12.8",
                List.of(),
                List.of(
                        result(new LinkEnd.Host(), b, 50e9, 60e9, "PCIe 5 x16"),
                        result(b, new LinkEnd.Host(), 55e9, 60e9, "PCIe 5 x16"),
                        result(a, b, 90e9, 100e9, "4 NVLinks of 25.0 GB/s"),
                        result(b, a, 40e9, 100e9, "4 NVLinks of 25.0 GB/s")),
                Map.of());
    }

    private static LinkResult result(LinkEnd from, LinkEnd to, double speed, double expected, String words) {
        return new LinkResult(
                from,
                to,
                Optional.empty(),
                OptionalDouble.of(speed),
                OptionalDouble.empty(),
                new ExpectedSpeed(OptionalDouble.of(expected), words, words.contains("NVLink")),
                Optional.empty());
    }

    private Task task(String name) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setNamespace("default");
        task.setName(name);
        task.setPhase(TaskPhase.RUNNING);
        task.setSpec(asks(0));
        node("n1").getTasks().add(task);
        return task;
    }

    private static TaskSpec asks(long gpus) {
        return TaskSpec.of(gpus == 0 ? Resources.none() : Resources.of(Map.of("nvidia.com/gpu", gpus)));
    }

    private Node node(String name) {
        return fleet.cluster(new ClusterId("lab")).orElseThrow().getNodes().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDevice local(int index, String uuid) {
        return LocalDevices.device(index, uuid, new Condition.Answering(), Map.of());
    }

    private static final class FakeProbe implements LinkProbe {
        private final CompletableFuture<LinkReport> answer = new CompletableFuture<>();
        private List<LocalDevice> devices = List.of();
        private Supplier<Map<Integer, String>> held = Map::of;
        private boolean evenHeld;

        @Override
        public Optional<String> unavailable() {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<LinkReport> measure(
                List<LocalDevice> asked,
                Supplier<Map<Integer, String>> holders,
                boolean even,
                Consumer<LinkProgress> progress) {
            devices = asked;
            held = holders;
            evenHeld = even;
            return answer;
        }
    }
}
