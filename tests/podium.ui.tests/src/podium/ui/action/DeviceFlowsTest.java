// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.DirectRealm;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.device.DeviceCordonService;
import podium.operation.device.DeviceServing;
import podium.operation.device.DeviceServing.Effect;
import podium.operation.partition.MigLayout;
import podium.operation.partition.PartitionPreview;
import podium.operation.partition.PartitionService;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleService;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeDrains;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeJobActions;
import podium.ui.fake.FakeOperations;
import podium.ui.fake.UnknownAccess;
import podium.ui.flow.DeviceFlow;
import podium.ui.flow.DrainFlow;
import podium.ui.flow.PartitionFlow;
import podium.ui.flow.PlanReview;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Menus.Entry;

/** Cordoning one GPU and re-partitioning a node, from the menu to the operation. */
class DeviceFlowsTest {
    private static final ObjectRef SLICE = ObjectRef.node("slice");

    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Node node = cluster.getNodes().getFirst();
    private final Accelerator gpu = node.getAccelerators().getFirst();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeJobActions jobActs = new FakeJobActions();
    private final FakeOperations operations = new FakeOperations();
    private final ConsoleLocks locks = new ConsoleLocks();
    private final ActionEnablement offers = new ActionEnablement(locks, RuleService.none(), new UnknownAccess());
    private final PlanReview review = new PlanReview(operations, dialogs, jobActs);
    private final Devices devices = new Devices();
    private final Layouts layouts = new Layouts();
    private final DeviceFlow flow = new DeviceFlow(
            devices,
            new DrainFlow(new FakeDrains(), operations, review, dialogs, offers, new BackgroundWork(new DirectRealm())),
            review,
            dialogs,
            offers,
            new BackgroundWork(new DirectRealm()));
    private final PartitionFlow partitions = new PartitionFlow(layouts, review, dialogs, offers);

    private static Plan plan(String title) {
        return new Plan(new ClusterId("lab"), "test", title, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static final class Devices implements DeviceCordonService {
        private Runnable meanwhile = () -> {};
        private DeviceServing site = new DeviceServing.Unserved("a device plugin serves it");

        @Override
        public CompletableFuture<DeviceServing> ask(Accelerator device) {
            meanwhile.run();
            return CompletableFuture.completedFuture(site);
        }

        @Override
        public Plan taint(Accelerator device, DeviceServing.Served served, Effect effect) {
            return plan(effect.text());
        }

        @Override
        public Plan untaint(Accelerator device, DeviceServing.Served served) {
            return plan("Remove");
        }

        @Override
        public Plan label(Accelerator device) {
            return plan("Label");
        }
    }

    private final class Layouts implements PartitionService {
        private List<Task> inTheWay = List.of();
        private int sliced;
        private final List<String> planned = new ArrayList<>();

        @Override
        public Optional<String> whyNot(Node of) {
            return of == node ? Optional.empty() : Optional.of("not MIG");
        }

        @Override
        public List<PartitionPreview> previews(Node of) {
            return List.of(
                    preview("all-disabled", Optional.of("as it is now")), preview("all-1g.10gb", Optional.empty()));
        }

        private PartitionPreview preview(String config, Optional<String> whyNot) {
            MigLayout layout = new MigLayout(config, new TreeMap<>(Map.of("1g.10gb", 7)));
            return new PartitionPreview(
                    node, layout, Map.of("nvidia.com/mig-1g.10gb", 56L), inTheWay, Map.of(), sliced, whyNot);
        }

        @Override
        public Plan plan(PartitionPreview preview, boolean evict, Duration atMost) {
            planned.add(preview.layout().config() + (evict ? " evict" : " wait"));
            return DeviceFlowsTest.plan("Re-partition");
        }

        @Override
        public Optional<String> whyNotEvict(PartitionPreview preview) {
            return Optional.of("bare pod");
        }
    }

    private static DeviceServing.Served served(Optional<DeviceServing.Rule> rule) {
        return new DeviceServing.Served("gpu.nvidia.com", "n1", "gpu-0", "GPU-1", SLICE, "/n", "/u", "v1beta2", rule);
    }

    @Test
    void aGpuThatLeavesWhileItIsAskedForOrItsMenuIsUpIsRefusedNotPlanned() {
        dialogs.confirms = true;
        devices.meanwhile = () -> cluster.getNodes().remove(node);
        flow.choose(gpu);
        flow.choose(gpu);
        partitions.choose(node);
        String gone = " is no longer in the fleet.";
        assertEquals(
                List.of(
                        "refuse Cordon GPU a1-n1 / GPU 0: a1-n1 / GPU 0" + gone,
                        "refuse Cordon GPU a1-n1 / GPU 0: a1-n1 / GPU 0" + gone,
                        "refuse Re-partition a1-n1: a1-n1" + gone),
                dialogs.shown);
        assertEquals(List.of(), new DeviceActions(flow, partitions).entries(List.of(gpu)));
        node.getAccelerators().remove(gpu);
        flow.choose(gpu);
        assertEquals("refuse Cordon GPU GPU 0: GPU 0" + gone, dialogs.shown.getLast());
        assertEquals(List.of(), operations.asked);
    }

    @Test
    void whereADriverServesTheGpuNewWorkIsKeptOffOrAnEvictionPreviewed() {
        devices.site = served(Optional.empty());
        dialogs.confirms = true;
        flow.choose(gpu);
        assertTrue(
                dialogs.shown.getFirst().endsWith("Keep new work off it, Preview an eviction"),
                dialogs.shown::toString);
        assertEquals(List.of("submit NoSchedule"), operations.asked);
    }

    @Test
    void afterThePreviewTheEvictionIsOfferedWithWhatTheClusterSaid() {
        devices.site =
                served(Optional.of(new DeviceServing.Rule(SLICE, "r1", "{}", Effect.NONE, "2 pods would be evicted")));
        dialogs.confirms = true;
        dialogs.picks.add("Evict what uses it");
        flow.choose(gpu);
        assertEquals(List.of("submit NoExecute"), operations.asked);
        dialogs.picks.add("Uncordon it");
        flow.choose(gpu);
        assertEquals("submit Remove", operations.asked.getLast());
    }

    @Test
    void whatIsSoNowCannotBeChosen() {
        devices.site = served(Optional.of(new DeviceServing.Rule(SLICE, "r1", "{}", Effect.NO_SCHEDULE, "")));
        flow.choose(gpu);
        assertTrue(dialogs.shown.getFirst().contains("Keep new work off it (as it is now)"), dialogs.shown::toString);
    }

    @Test
    void elsewhereTheHonestFallbacksAreOffered() {
        dialogs.confirms = true;
        flow.choose(gpu);
        assertEquals("submit Cordon " + node.getName(), operations.asked.getFirst());
        node.setUnschedulable(true);
        flow.choose(gpu);
        assertEquals("submit Label", operations.asked.getLast());
    }

    @Test
    void aLockedClusterIsNotAsked() {
        locks.set(cluster, true);
        flow.choose(gpu);
        partitions.choose(node);
        assertTrue(dialogs.shown.stream().allMatch(line -> line.contains("read-only")), dialogs.shown::toString);
    }

    @Test
    void aFreeNodeIsPlannedAtOnceABusyOneAsksFirst() {
        dialogs.confirms = true;
        partitions.choose(node);
        assertEquals(List.of("all-1g.10gb wait"), layouts.planned);
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        layouts.inTheWay = List.of(made.task(job, 0, TaskPhase.RUNNING, List.of(node)));
        layouts.sliced = 7;
        partitions.choose(node);
        assertTrue(
                dialogs.questions.contains(
                        "How to partition each of its GPUs. The node is out of service meanwhile, and"
                                + " 1 pod that holds GPUs there has to end first (train)."),
                dialogs.questions::toString);
        assertFalse(dialogs.preselects.get(1), "each of them stops what runs");
        assertTrue(dialogs.meanings.contains(
                "7 × 1g.10gb per GPU, 56 devices; 7 waiting pods would get slices for whole" + " GPUs"));
        assertTrue(dialogs.shown.stream().anyMatch(line -> line.endsWith("Wait for them, Evict them (bare pod)")));
        assertEquals(List.of("all-1g.10gb wait", "all-1g.10gb wait"), layouts.planned);
        assertEquals(List.of("submit Re-partition", "submit Re-partition"), operations.asked);
    }

    @Test
    void theMenuOffersWhatTheSelectionIs() {
        DeviceActions menu = new DeviceActions(flow, partitions);
        assertEquals(2, menu.entries(List.of(gpu)).size());
        List<Entry> other = menu.entries(List.of(cluster.getNodes().get(1)));
        assertEquals(Optional.of("not MIG"), other.getFirst().whyNot());
        assertEquals(List.of(), menu.entries(List.of(node, gpu)));
        assertEquals(List.of(), menu.entries(List.of(cluster)));
        assertFalse(menu.entries(List.of(node)).isEmpty());
    }
}
