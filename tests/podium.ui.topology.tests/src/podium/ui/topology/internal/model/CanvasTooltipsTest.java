// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.core.fleet.Holdings;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.model.fleet.Readiness;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.NodeRemark;
import podium.model.value.Resources;
import podium.model.value.Taints;
import podium.model.value.Taints.Cordon;
import podium.placement.Rank;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class CanvasTooltipsTest {
    private static final Instant NOW = Fleets.NOW.plus(Duration.ofSeconds(2));
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Readouts store = new Readouts();

    @Test
    void aHeldGpuTellsWhoHoldsItForHowLongAndHowOldThatIs() {
        String text = gpu(0, 3).text();
        assertTrue(text.startsWith("gpu-a1-1 / GPU 3"), text);
        assertTrue(text.contains("held by team-a/llm-pretrain-70b, rank 0, running, for 2"), text);
        Instant days = NOW.minus(Duration.ofDays(12));
        Holdings.holders(cluster.getNodes().getFirst().getAccelerators().get(3))
                .getFirst()
                .setStarted(days);
        assertTrue(gpu(0, 3).text().contains(", since " + Formats.time(days)), () -> gpu(0, 3)
                .text());
        assertTrue(text.contains("state from ai-factory, heard 2"), text);
    }

    @Test
    void aHolderThatWasEvictedASecondAgoIsNotTerminatingForAsLongAsItRan() {
        Holdings.holders(cluster.getNodes().getFirst().getAccelerators().get(3))
                .getFirst()
                .setPhase(TaskPhase.TERMINATING);
        String held = gpu(0, 3)
                .text()
                .lines()
                .filter(line -> line.contains("held by"))
                .findFirst()
                .orElse("");
        assertTrue(held.contains(", terminating") && !held.contains(" for "), held);
    }

    /** It said "free" alone while a rank was drawn on it. */
    @Test
    void aGpuAndANodeSayWhatIsPlannedForThem() {
        Node node = cluster.getNodes().getLast();
        Job gang = fleets.job(cluster, "sweep", JobState.HELD, 3, 1);
        List<Rank> ranks = IntStream.range(0, 3)
                .mapToObj(number -> new Rank(number, true, fleets.task(gang, TaskPhase.GATED, 1), 1))
                .toList();
        TopologyModel model = new TopologyModel(fleets.fleet());
        CanvasTooltips tooltips = new CanvasTooltips(model, store);
        tooltips.plans(() -> new ProposedRanks(Map.of(node, ranks), Set.of()));
        Box box = model.scene().box(node).orElseThrow();
        assertEquals(
                "ranks 0-2 of sweep",
                tooltips.of(Hit.of(box), NOW).lines().getFirst().text());
        List<String> cells = model.scene().cells(box).stream()
                .map(cell -> tooltips.of(Hit.of(cell), NOW).text())
                .toList();
        for (int number = 0; number < 3; number++) {
            String words = "planned rank " + number + " of sweep";
            assertEquals(1, cells.stream().filter(card -> card.contains(words)).count(), words);
        }
    }

    /** However long it lies there. */
    @Test
    void theDurationsOfASnapshotEndAtItsMoment() {
        String then = gpu(0, 3).text();
        cluster.setId(Snapshots.KIND + "x");
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setLastContact(NOW);
        TopologyModel model = new TopologyModel(fleets.fleet());
        CanvasTooltips tooltips = new CanvasTooltips(model, store);
        Hit gpu = Hit.of(model.scene().cells().get(3));
        String later = tooltips.of(gpu, NOW.plus(Duration.ofDays(3))).text();
        assertEquals(tooltips.of(gpu, NOW).text(), later);
        assertEquals(held(then), held(later));
        assertFalse(
                later.contains("ago")
                        || tooltips.of(Hit.of(gpu.box()), NOW).text().contains("live"),
                later);
    }

    private static String held(String card) {
        return card.substring(card.indexOf("held by"), card.indexOf("activity"));
    }

    @Test
    void readingsAreToldWithSourceAndAge() {
        TopologyModel model = new TopologyModel(fleets.fleet());
        store.append(model.scene().cells().get(3).key(), Metric.ACTIVITY, Fleets.NOW.toEpochMilli() - 3000, 0.94);
        String text = gpu(0, 3).text();
        assertTrue(text.contains("activity 94"), text);
        assertTrue(text.contains("temperature ?"), text);
        assertTrue(text.contains("exporter, 5"), text);
        cluster.setId(Snapshots.KIND + "x");
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setLastContact(Fleets.NOW);
        DeviceKey key =
                DeviceKey.of(cluster.getNodes().getFirst().getAccelerators().get(3));
        store.append(key, Metric.ACTIVITY, Fleets.NOW.toEpochMilli() - 3000, 0.94);
        String read = Formats.time(Fleets.NOW.minusSeconds(3));
        assertTrue(
                gpu(0, 3).text().contains("exporter, read at " + read),
                () -> "a snapshot has no age: " + gpu(0, 3).text());
    }

    @Test
    void withoutReadingsItSaysSoAndShowsNoZero() {
        String text = gpu(0, 3).text();
        assertTrue(text.contains("no exporter of this node has been read"), text);
        assertTrue(text.contains("activity ?"), text);
        assertFalse(text.contains("activity 0"), text);
    }

    @Test
    void anXidIsToldOnlyWhenThereIsOne() {
        TopologyModel model = new TopologyModel(fleets.fleet());
        store.append(model.scene().cells().get(0).key(), Metric.XID, Fleets.NOW.toEpochMilli(), 79);
        assertTrue(gpu(0, 0).text().contains("XID 79"));
        assertFalse(gpu(0, 1).text().contains("XID"));
    }

    @Test
    void aBrokenGpuSaysWhy() {
        assertTrue(gpu(12, 5).text().contains("failed: XID 79: fallen off the bus"));
        Node node = cluster.getNodes().get(3);
        node.getAccelerators().get(0).setHealth(Health.DEGRADED);
        assertTrue(gpu(3, 0).text().contains("degraded"));
    }

    @Test
    void aGpuThatMayBeHeldSaysThatNoSourceTells() {
        Fleets other = new Fleets();
        Cluster one = other.cluster("c");
        Node node = other.node(one, "n", 4);
        other.runSomewhere(other.job(one, "j", podium.model.fleet.JobState.RUNNING, 1, 2), node, 2);
        TopologyModel model = new TopologyModel(other.fleet());
        CanvasTooltip tooltip =
                new CanvasTooltips(model, store).of(Hit.of(model.scene().cells().getFirst()), NOW);
        assertTrue(tooltip.text().contains("tasks hold 2 of 4 GPUs here; no source says which"), tooltip.text());
    }

    @Test
    void aNodeTellsItsCountsItsTroubleAndItsJobs() {
        String text = node(9).text();
        assertTrue(text.contains("cordoned: takes no new tasks"), text);
        cluster.getNodes()
                .get(9)
                .setTaints(new Taints(
                        List.of(),
                        Optional.of(new Cordon("", NOW.minusSeconds(180).toString()))));
        assertTrue(node(9).text().contains("by Podium, planned"), node(9).text());
        assertTrue(text.contains(" held of 8"), text);
        assertTrue(text.contains("held by finetune-"), text);
        assertTrue(node(14).text().contains("not ready"));
        cluster.getNodes().get(3).setReadiness(Readiness.UNKNOWN);
        assertTrue(node(3).text().contains("stopped reporting"));
    }

    @Test
    void aNodeAndItsGpuTellWhatPeopleWroteAndTheNodeItsBadConditions() {
        Node node = cluster.getNodes().get(9);
        String words = "waiting for a replacement of GPU 5 (XID 79)";
        node.setTaints(
                new Taints(List.of(), Optional.empty(), List.of(new NodeRemark("team.example/cordon-reason", words))));
        node.setConditions(Conditions.parse("GpuFault\tTrue\tXid\tGPU 5 has fallen off the bus\t"));
        String noted = "noted on the node \"" + words + "\"";
        assertTrue(node(9).text().contains(noted), node(9).text());
        assertTrue(node(9).text().contains("GpuFault: GPU 5 has fallen off the bus"), node(9).text());
        assertTrue(gpu(9, 5).text().contains(noted), gpu(9, 5).text());
        assertFalse(gpu(9, 4).text().contains(words), gpu(9, 4).text());
    }

    @Test
    void aClusterThatIsExposedSaysSoInRedBeforeAllElse() {
        cluster.setProtection(Protection.UNVERIFIED);
        TopologyModel model = new TopologyModel(fleets.fleet());
        CanvasTooltip tooltip = new CanvasTooltips(model, store)
                .of(Hit.of(model.scene().clusters().getFirst()), NOW);
        assertEquals(
                new CanvasTooltip.Line("", "not verified", Name.CRITICAL),
                tooltip.lines().getFirst());
        assertTrue(tooltip.text().contains("Anyone on the way can read and change"), tooltip::text);
    }

    @Test
    void aClusterTellsWhatHappenedToItsConnection() {
        cluster.setConnection(ConnectionState.STALE);
        cluster.setConnectionMessage("no byte for 12 s");
        cluster.setConnectionAdvice("Check the network.");
        TopologyModel model = new TopologyModel(fleets.fleet());
        CanvasTooltip tooltip = new CanvasTooltips(model, store)
                .of(Hit.of(model.scene().clusters().getFirst()), NOW);
        assertTrue(tooltip.text().contains("Stale: no byte for 12 s; Check the network."), tooltip.text());
        assertTrue(tooltip.text().replace('\u2009', ' ').contains(", 1 h ago"), tooltip.text());
    }

    @Test
    void aDomainIsCalledByItsLevel() {
        TopologyModel model = new TopologyModel(fleets.fleet());
        assertEquals("block spine-1", CanvasTooltips.title(model.scene().boxes().get(1)));
    }

    private CanvasTooltip gpu(int node, int index) {
        TopologyModel model = new TopologyModel(fleets.fleet());
        var device = cluster.getNodes().get(node).getAccelerators().get(index);
        return new CanvasTooltips(model, store)
                .of(Hit.of(model.scene().cell(device).orElseThrow()), NOW);
    }

    private CanvasTooltip node(int node) {
        TopologyModel model = new TopologyModel(fleets.fleet());
        return new CanvasTooltips(model, store)
                .of(Hit.of(model.scene().box(cluster.getNodes().get(node)).orElseThrow()), NOW);
    }

    @Test
    void whereNoSourceSaysWhichGpuIsNotOfferedItIsSaidOfTheNodeAndOfNoGpu() {
        Node node = fleets.node(cluster, "spare", 8);
        int spare = cluster.getNodes().indexOf(node);
        node.setCapacity(Resources.parse("nvidia.com/gpu=8"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=7"));
        TopologyModel model = new TopologyModel(fleets.fleet());
        String whole = new CanvasTooltips(model, store)
                .of(Hit.of(model.scene().box(node).orElseThrow()), NOW)
                .text();
        assertTrue(whole.contains("1 of 8 GPUs not offered, no source says which"), whole);
        for (int i = 0; i < 8; i++) {
            String text = gpu(spare, i).text();
            assertTrue(text.contains("1 of 8 GPUs not offered, no source says which"), text);
            assertFalse(text.contains("failed") || text.contains("broken"), text);
        }
        store.append(DeviceKey.of(node.getAccelerators().get(2)), Metric.XID, Fleets.NOW.toEpochMilli(), 31);
        assertTrue(
                gpu(spare, 0).text().contains("no source says which"),
                "the plugin offers a GPU on which a job went wrong");
        store.append(DeviceKey.of(node.getAccelerators().get(1)), Metric.XID, Fleets.NOW.toEpochMilli(), 79);
        assertTrue(gpu(spare, 0).text().contains("1 of 8 GPUs not offered; GPU 1 has XID 79"), gpu(spare, 0)::text);
        assertTrue(node(spare).text().contains("1 of 8 GPUs not offered; GPU 1 has XID 79"), node(spare)::text);
        assertTrue(
                gpu(spare, 1).text().contains("failed: XID 79, read by the node's exporter; 1 of 8"),
                gpu(spare, 1)::text);
        node.setAllocatable(Resources.parse("nvidia.com/gpu=8"));
        assertTrue(gpu(spare, 1).text().contains("; Kubernetes still offers it"), gpu(spare, 1)::text);
        node.setAllocatable(Resources.parse("nvidia.com/gpu=0"));
        assertTrue(gpu(spare, 0).text().contains("none of 8 GPUs offered"));
    }

    /** "slices 0/7 held" stood below "tasks hold 5 of 8 GPUs here; no source says which". */
    @Test
    void whereNoSourceSaysWhichSlicesAreHeldNoneIsCalledFree() {
        Node node = fleets.node(cluster, "mig", 2);
        fleets.slice(node.getAccelerators().get(0), 7);
        fleets.runSomewhere(fleets.job(cluster, "lab", JobState.RUNNING, 1, 1), node, 1);
        String text = gpu(cluster.getNodes().indexOf(node), 0).text();
        assertTrue(text.contains("slices 7, no source says which of them are held"), text);
    }

    @Test
    void tasksOfAJobThatAreAlikeAreToldOnce() {
        Node node = fleets.node(cluster, "shared", 2);
        Job job = fleets.job(cluster, "lab", JobState.RUNNING, 3, 1);
        for (int i = 0; i < 3; i++) {
            fleets.run(job, node.getAccelerators().get(0));
        }
        job.getTasks().forEach(task -> task.setRank(null));
        String text = gpu(cluster.getNodes().indexOf(node), 0).text();
        assertTrue(
                text.contains("held by 3 tasks of ") && text.indexOf("held by") == text.lastIndexOf("held by"), text);
    }

    @Test
    void whatIsHeldIsOffered() {
        Node node = fleets.node(cluster, "short", 4);
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        fleets.run(
                fleets.job(cluster, "lab", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(2));
        int at = cluster.getNodes().indexOf(node);
        assertFalse(gpu(at, 2).text().contains("not offered"), gpu(at, 2)::text);
        assertTrue(gpu(at, 1).text().contains("not offered"), gpu(at, 1)::text);
    }
}
