// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.MetricSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeSources;
import podium.ui.fake.PartScreen;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.NamedBounds;

/** Where readings come from, and what is wrong with it. */
class MetricSourcesPageTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster cluster = seen.stage.made.cluster("lab", 8);
    private final FakeSources sources = new FakeSources();

    @AfterEach
    void close() {
        seen.close();
    }

    /** "a1...xed-1" stood beside an empty column. */
    @Test
    void namesHaveTheRoomOfProblemsThatThereAreNone() {
        source("a100-mig-mixed-1", Optional.empty());
        open();
        seen.until("they are listed", () -> seen.cells().contains("a100-mig-mixed-1"));
        assertEquals(
                List.of("state", "from", "source", "read"),
                shown().stream().limit(4).toList());
        NatTable table = seen.all(NatTable.class).getFirst();
        assertTrue(table.getColumnWidthByPosition(1) > 120, "it is " + table.getColumnWidthByPosition(1));
    }

    @Test
    void aProblemStandsBesideTheNameHoweverNarrowItIs() {
        source("a100-mig-mixed-1", Optional.of("answered 503"));
        open();
        seen.until("it is told", () -> seen.cells().contains("answered 503"));
        assertEquals(
                List.of("state", "from", "problem"), shown().stream().limit(3).toList());
    }

    /** gaudi3-1 had "no device" and 0 devices without a word why, and 22 nodes stood below "devices". */
    @Test
    void aSourceWithoutDevicesSaysSoAndNodesAreNoDevices() {
        add(new ExporterEndpoint("gaudi3-1", "habana", "/x"), 0);
        add(new ExporterEndpoint("", ExporterEndpoint.NODE_METRICS, "/apis/metrics.k8s.io/v1beta1/nodes"), 22);
        open();
        seen.until("they are listed", () -> seen.cells().contains("gaudi3-1"));
        assertTrue(
                seen.cells().contains("it answers, but tells of no device that is known to be here"),
                () -> seen.cells().toString());
        seen.shell.setSize(900, 400);
        seen.until("there is room for all", () -> shown().contains("devices"));
        assertTrue(seen.cells().contains("22 nodes") && seen.cells().contains("0"), () -> seen.cells()
                .toString());
    }

    private void add(ExporterEndpoint exporter, int devices) {
        sources.all.add(new MetricSource(
                new ClusterId("lab"), exporter, true, false, Optional.of(FakeFleet.NOW), devices, 0, Optional.empty()));
    }

    /** "No source found yet" stood there, with a button that adds one. */
    @Test
    void aSnapshotSaysWhatItHoldsAndTakesNoSource() {
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        open();
        assertTrue(seen.words().contains("A snapshot has no sources."), seen::words);
        Map<String, Rectangle> named =
                ((NamedBounds) seen.all(NatTable.class).getFirst().getData(NamedBounds.KEY)).places();
        assertTrue(
                named.keySet().iterator().next().startsWith("none | It holds what was read of each GPU, as it was at "),
                named::toString);
        assertFalse(seen.tool("Add\u2026").orElseThrow().isEnabled());
    }

    /** How many there are and fail stood behind words that were cut. */
    @Test
    void howManySourcesASimulatedClusterHasIsSaidFirst() {
        cluster.setSimulated(true);
        source("n1", Optional.of("refused"));
        open();
        seen.until("it is said", () -> seen.words().contains("1 source, 1 failing, simulated"));
    }

    /** Of 5,000 nodes a fifth was "not known" and nothing said how far the reading was. */
    @Test
    void howManyWereReadIsSaidWhileSomeWereNotAndNamesGoByNumber() {
        for (String node : List.of("n1-10", "n1-2", "n1-1")) {
            add(new ExporterEndpoint(node, "dcgm", "/" + node), 8);
        }
        sources.source("lab", new ExporterEndpoint("n1-3", "dcgm", "/y"), Optional.empty(), 0, Optional.empty());
        open();
        seen.until("it is said", () -> seen.words().contains("3 of 4 sources read"));
        assertEquals(
                List.of("n1-3", "n1-1", "n1-2", "n1-10"),
                seen.cells().stream().filter(cell -> cell.startsWith("n1-")).toList());
    }

    private void source(String node, Optional<String> problem) {
        sources.source("lab", new ExporterEndpoint(node, "dcgm", "/x"), Optional.of(FakeFleet.NOW), 0, problem);
    }

    private void open() {
        seen.shell.setLayout(new FillLayout());
        seen.shell.setSize(360, 400);
        MetricSourcesPage page = new MetricSourcesPage(seen.shell, seen.stage.services, sources);
        seen.show();
        page.show(cluster);
    }

    private List<String> shown() {
        NatTable table = seen.all(NatTable.class).getFirst();
        return IntStream.range(0, table.getColumnCount())
                .filter(column -> table.getColumnWidthByPosition(column) > 0)
                .mapToObj(column -> String.valueOf(table.getDataValueByPosition(column, 0)))
                .toList();
    }
}
