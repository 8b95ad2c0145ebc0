// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.link.LinkProbeException;
import podium.core.link.LinkProgress;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.ui.fake.FakeLinks;
import podium.ui.fake.PartScreen;

class LinksPageTest {
    private final PartScreen seen = new PartScreen();
    private final FakeLinks links = seen.stage.links;
    private Node node;
    private LinksPage page;

    @BeforeEach
    void open() {
        Cluster cluster = seen.lab();
        node = cluster.getNodes().getFirst();
        links.here = node;
        seen.shell.setLayout(new FillLayout());
        page = new LinksPage(seen.shell, seen.stage.services, links, seen.dialogs);
        page.show(node);
        seen.show();
    }

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void itIsForThisMachineAndItsGpusOnly() {
        node.getCluster().setSimulated(false);
        assertTrue(page.isFor(node));
        assertTrue(page.isFor(node.getAccelerators().getFirst()));
        assertFalse(page.isFor(node.getCluster().getNodes().get(1)));
        assertFalse(page.isFor(node.getCluster()));
    }

    @Test
    void onASimulatedNodeItSaysWhatItWouldShow() {
        Node simulated = node.getCluster().getNodes().get(1);
        node.getCluster().setSimulated(true);
        assertTrue(page.isFor(simulated));
        page.show(simulated);
        seen.until("it is said", () -> seen.words().contains("A simulated node has no links to measure."));
        assertFalse(tool("Measure").isEnabled());
    }

    @Test
    void withoutACudaDriverThePageSaysSoInASentence() {
        links.unavailable = Optional.of("There is no CUDA driver here: libcuda.so.1 is not found.");
        page = new LinksPage(seen.shell, seen.stage.services, links, seen.dialogs);
        page.show(node);
        seen.shell.layout(true);
        seen.until("it is said", () -> seen.words().contains("There is no CUDA driver here"));
        assertFalse(seen.all(ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> item.getText().equals("Measure"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .isEnabled());
    }

    @Test
    void whileItMeasuresItSaysHowFarItIsAndCanBeStopped() {
        assertFalse(tip("Stop").isEnabled());
        seen.pressTool("Measure");
        assertEquals(List.of(false), links.begun, "what is in use is left out");
        assertFalse(tool("Measure").isEnabled());
        links.progress.accept(new LinkProgress(3, 12));
        seen.until("it says how far", () -> seen.words().contains("Measuring, 3 of 12 links"));
        seen.pressTip("Stop");
        assertTrue(links.running.isCancelled());
        seen.until("it can begin again", () -> tool("Measure").isEnabled());
    }

    @Test
    void theMatrixShowsMeasuredBesideExpectedWithTheSlowOnesMarked() {
        seen.pressTool("Measure");
        links.found(FakeLinks.report(Map.of(2, "held by default/train-0")));
        seen.until(
                "it is shown", () -> seen.words().contains("6 links, 1 slow; GPU 2 left out: held by default/train-0"));
        assertEquals(3, seen.rows());
        List<String> cells = seen.cells();
        assertTrue(cells.contains("150 / 450"), cells.toString());
        assertTrue(cells.contains("51.0 / 63.0"), cells.toString());
        assertTrue(cells.contains("? / 63.0"), "not measured: " + cells);
        LinkRow row = LinkRow.of(links.last.orElseThrow()).get(1);
        assertTrue(row.tip().contains("to GPU 1: 150\u2009GB/s, 33\u2009%: slow"), row.tip());
        assertTrue(
                row.tip().contains("expected: 18 NVLinks of 25.0 GB/s; peer access yes, rank 0, atomics"), row.tip());
        assertTrue(row.tip().startsWith("H100, 0000:1B:00.0, compute capability 9.0, 132 multiprocessors"), row.tip());
    }

    @Test
    void latencyIsShownWhenItIsChosen() {
        List<String> told = LinkRow.of(FakeLinks.report(Map.of())).stream()
                .map(row -> LinkRow.columns(row.report(), LinkRow.Shown.LATENCY)
                        .get(2)
                        .text(row))
                .toList();
        assertEquals(List.of("2.1", "", "2.1"), told, "from the host, GPU 0 itself, GPU 1");
    }

    @Test
    void gpusInUseAreMeasuredOnlyAfterTheSecondTelling() {
        assertFalse(tip("Held too").isEnabled(), "nothing was left out yet");
        seen.pressTool("Measure");
        links.running.completeExceptionally(
                new LinkProbeException("No device was measured: GPU 0: held by default/train-0."));
        seen.until("it is said", () -> seen.words().contains("GPU 0: held by default/train-0"));
        seen.dialogs.answer = "no";
        seen.pressTip("Held too");
        assertEquals(List.of(false), links.begun);
        seen.dialogs.confirms = true;
        seen.dialogs.answer = "measure";
        seen.pressTip("Held too");
        assertEquals(List.of(false, true), links.begun);
    }

    private ToolItem tip(String begin) {
        return seen.all(ToolBar.class).stream()
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> String.valueOf(item.getToolTipText()).startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private ToolItem tool(String words) {
        return seen.tool(words).orElseThrow();
    }
}
