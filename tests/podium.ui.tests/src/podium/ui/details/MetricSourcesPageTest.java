// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.metrics.ExporterEndpoint;
import podium.model.fleet.Cluster;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeSources;
import podium.ui.fake.PartScreen;

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
