// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeFleet;
import podium.ui.filter.Filter;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.table.Brief;
import podium.ui.table.Column;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;

class FleetTreeModelTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 10);
    private final FleetTreeModel model = new FleetTreeModel();

    private List<Row<FleetLine>> rows() {
        return model.rows(made.fleet()).all();
    }

    private List<String> names() {
        return rows().stream().map(row -> row.item().name()).toList();
    }

    private Row<FleetLine> row(String name) {
        return rows().stream()
                .filter(row -> row.item().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void filter(String typed) {
        model.filter(Optional.of(Filter.parse(typed, FleetColumns.fields())));
    }

    private void hold(Node node, int gpus) {
        var job = made.job(cluster, "holder", "Job", JobState.RUNNING, 1, gpus);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
    }

    @Test
    void aSnapshotIsCalledByItsClusterAndTimeWhereItsFileHasNoRoom() {
        ClusterId id = Snapshots.id(ClusterId.of(cluster), Path.of("/tmp/lab-2026-11-29-0109.fleet"));
        cluster.setId(id.value());
        cluster.setName(id.name());
        cluster.setConnection(ConnectionState.CLOSED);
        FleetLine line = row("lab (lab-2026-11-29-0109.fleet)").item();
        assertEquals(Snapshots.brief(cluster), line.cut().text());
    }

    @Test
    void whoHoldsWhatIsSaidOnlyOnceItIsListed() {
        cluster.setConnection(ConnectionState.CONNECTING);
        assertTrue(rows().stream().allMatch(row -> row.item().holdings().isEmpty()));
        cluster.setConnection(ConnectionState.STALE);
        assertTrue(rows().stream().allMatch(row -> row.item().holdings().isPresent()));
    }

    @Test
    void numbersOfANodeAreCountedAgainWhenItHasChanged() {
        Node node = cluster.getNodes().getFirst();
        assertEquals(0, row(node.getName()).item().holdings().orElseThrow().held());
        hold(node, 2);
        model.changed(new FleetDelta(Set.of(), Set.of(node), Set.of(), Set.of(), false));
        assertEquals(2, row(node.getName()).item().holdings().orElseThrow().held());
        assertEquals(2, row("lab").item().holdings().orElseThrow().held());
        hold(cluster.getNodes().get(1), 2);
        model.changed(new FleetDelta(Set.of(), Set.of(), Set.of(), Set.of(), true));
        assertEquals(4, row("lab").item().holdings().orElseThrow().held(), "nodes came or went");
    }

    @Test
    void aDeviceHasTheStateThatIsMeasured() {
        Node node = cluster.getNodes().getFirst();
        model.fold(row(node.getName()));
        FleetLine before = row("GPU 2").item();
        model.states(gpu -> StateLabels.of(gpu.getIndex() == 2 ? AcceleratorState.FAILED : AcceleratorState.FREE));
        assertEquals("failed", row("GPU 2").item().word());
        assertEquals("failed", model.now(before).word());
    }

    @Test
    void theLineOfANodeThatIsGoneSaysSo() {
        Node node = cluster.getNodes().getFirst();
        FleetLine line = row(node.getName()).item();
        hold(node, 2);
        assertEquals(2, model.now(line).holdings().orElseThrow().held(), "it is of now");
        cluster.getNodes().remove(node);
        FleetLine gone = model.now(line);
        assertEquals("gone", gone.word());
        assertEquals(line.name(), gone.name());
        assertEquals(Optional.empty(), gone.holdings());
    }

    @Test
    void aSmallClusterShowsItsRacksAndNodes() {
        assertEquals(1 + 2 + 10, rows().size());
        assertEquals(List.of("lab", "a1", "a1-n1"), names().subList(0, 3));
        assertEquals(
                List.of(0, 1, 2), rows().subList(0, 3).stream().map(Row::depth).toList());
    }

    @Test
    void aLargeClusterOpensWithItsRacksFolded() {
        FakeFleet large = new FakeFleet();
        large.cluster("large", 400);
        List<Row<FleetLine>> rows = new FleetTreeModel().rows(large.fleet()).all();
        assertEquals(1 + 50, rows.size());
        assertTrue(rows.stream().skip(1).allMatch(row -> row.fold() == Fold.CLOSED));
    }

    @Test
    void aNodeUnfoldsToItsDevices() {
        model.fold(row("a1-n1"));
        assertEquals(List.of("GPU 0", "GPU 1"), names().subList(3, 5));
        model.fold(row("a1-n1"));
        assertEquals("a1-n2", names().get(3));
    }

    @Test
    void countsAreHeldOfAllOnEveryLevel() {
        hold(cluster.getNodes().getFirst(), 6);
        Column<FleetLine, ?> held = FleetColumns.all().get(1);
        assertEquals("6/8", held.text(row("a1-n1").item()));
        assertEquals("6/64", held.text(row("a1").item()));
        assertEquals("6/80", held.text(row("lab").item()));
    }

    @Test
    void aNodeWithoutDevicesHasNoCountAndNoFold() {
        made.node(cluster, cluster.getDomains().getFirst(), "head", 0);
        assertEquals("", FleetColumns.all().get(1).text(row("head").item()));
        assertEquals(Fold.NONE, row("head").fold());
    }

    @Test
    void theFilterLeavesWhatLiesAboveAMatch() {
        hold(cluster.getNodes().get(9), 8);
        filter("free=0");
        assertEquals(List.of("lab", "a2", "a2-n2"), names());
    }

    @Test
    void theFilterFindsNodesByTheJobOnThem() {
        hold(cluster.getNodes().get(4), 2);
        filter("job:holder");
        assertEquals(List.of("lab", "a1", "a1-n5"), names());
    }

    @Test
    void theFilterUnfoldsWhatIsFoldedByDefault() {
        FakeFleet large = new FakeFleet();
        large.cluster("large", 400);
        model.filter(Optional.of(Filter.parse("a7-n3", FleetColumns.fields())));
        List<String> names = model.rows(large.fleet()).all().stream()
                .map(row -> row.item().name())
                .toList();
        assertEquals(List.of("large", "a7", "a7-n3"), names);
    }

    @Test
    void revealUnfoldsUntilTheThingHasALine() {
        FakeFleet large = new FakeFleet();
        Cluster many = large.cluster("large", 400);
        Node node = many.getNodes().get(333);
        model.reveal(node.getAccelerators().get(3));
        List<String> names = model.rows(large.fleet()).all().stream()
                .map(row -> row.item().name())
                .toList();
        assertTrue(names.contains(node.getName()));
        assertTrue(names.contains("GPU 3"));
    }

    @Test
    void aFoldedClusterHidesAllBelow() {
        model.fold(row("lab"));
        assertEquals(List.of("lab"), names());
    }

    @Test
    void whatIsWrongComesBeforeHowFullItIs() {
        Node node = cluster.getNodes().getFirst();
        hold(node, 8);
        assertEquals("full", row("a1-n1").item().word());
        node.setUnschedulable(true);
        assertEquals("cordoned", row("a1-n1").item().word());
        node.setReadiness(Readiness.NOT_READY);
        assertEquals("not ready", row("a1-n1").item().word());
    }

    @Test
    void aDeviceNamesWhoHoldsIt() {
        hold(cluster.getNodes().getFirst(), 1);
        model.fold(row("a1-n1"));
        assertEquals("GPU 0  holder", names().get(3), "the job, not the pod, whose name ends at random");
        assertEquals(
                Brief.alike("0  holder", "0", "GPU 0  holder"),
                rows().get(3).item().cut(),
                "the number is never cut");
        assertEquals("GPU 1", names().get(4));
        assertEquals(
                Brief.alike("1", "1", "GPU 0  holder"),
                rows().get(4).item().cut(),
                "those of one node are all written in one way");
    }

    @Test
    void aDividedDeviceNamesWhoHoldsASliceOfIt() {
        Node node = cluster.getNodes().getFirst();
        hold(node, 1);
        Slice slice = FleetFactory.INSTANCE.createSlice();
        node.getAccelerators().get(1).getSlices().add(slice);
        slice.getTasks().add(node.getTasks().getFirst());
        model.fold(row("a1-n1"));
        assertEquals("GPU 1  holder", names().get(4));
    }

    @Test
    void aClusterOfProductionIsMarkedWhereItsWordsDoNotFitToo() {
        cluster.setProduction(true);
        FleetLine line = rows().getFirst().item();
        assertEquals("lab, production", line.brief());
        assertEquals("lab", line.cut().text());
        assertTrue(line.cut().sign().isPresent());
        assertTrue(FleetColumns.tip(line).startsWith("lab, production"), "and said when it is pointed at");
        cluster.setProduction(false);
        assertTrue(rows().getFirst().item().cut().sign().isEmpty());
    }

    @Test
    void aBrokenConnectionIsTheClustersState() {
        cluster.setConnection(ConnectionState.FAILED);
        assertEquals("not connected", row("lab").item().word());
    }

    @Test
    void nodesWithoutADomainLieDirectlyInTheirCluster() {
        Node node = FleetFactory.INSTANCE.createNode();
        node.setName("lonely");
        node.setReadiness(Readiness.READY);
        cluster.getNodes().add(node);
        assertEquals(1, row("lonely").depth());
    }

    @Test
    void theTooltipCountsEverythingKnown() {
        hold(cluster.getNodes().getFirst(), 3);
        String tip = FleetColumns.tip(row("a1-n1").item());
        assertTrue(tip.contains("8 devices: 3 held, 5 free"), tip);
    }

    @Test
    void aNodeIsCalledByItsHostAndItsTipByItsWholeName() {
        cluster.getNodes().forEach(node -> node.setName(node.getName() + ".eu-west-1.compute.internal"));
        FleetLine line = row("a1-n1.eu-west-1.compute.internal").item();
        assertEquals("a1-n1", line.brief());
        assertTrue(FleetColumns.tip(line).startsWith("a1-n1.eu-west-1.compute.internal: "), FleetColumns.tip(line));
    }

    @Test
    void keysAreDifferentAndStay() {
        model.fold(row("a1-n1"));
        List<String> keys = rows().stream().map(Row::key).toList();
        assertEquals(keys.size(), keys.stream().distinct().count());
        assertEquals(keys, rows().stream().map(Row::key).toList());
    }
}
