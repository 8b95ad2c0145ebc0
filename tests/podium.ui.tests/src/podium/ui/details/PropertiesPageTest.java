// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.JobState;
import podium.ui.fake.Controls;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.FakeTelemetry;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.ClipboardText;

/** What is said of a thing is read whole in a narrow part. */
class PropertiesPageTest {
    private static final Path KUBECONFIG = Path.of("/tmp/podium-simulated-19139-918837369126660044441/WWWW/kubeconfig");

    private final AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false, new FakeDialogs());
    private final Cluster cluster = stage.made.cluster("lab", 8);
    private final Shell shell = screen.shell(315, 700);
    private final PropertiesPage page = page();

    private PropertiesPage page() {
        shell.setLayout(new FillLayout());
        SummaryProperties summary = new SummaryProperties(
                new FakePlacement(),
                new FakeTelemetry(FakeFleet.NOW.toEpochMilli()),
                now::get,
                List::of,
                cluster -> Optional.of(new ClusterTarget(new ClusterId("lab"), KUBECONFIG, "lab", false)),
                node -> Optional.empty());
        return PropertiesPage.summary(shell, stage.services.theme(), summary);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    /** A line was broken after so many characters, and digits and capitals are wider than the rest. */
    @Test
    void everyLineOfAValueFitsWhateverItsLetters() {
        screen.show(shell);
        page.show(cluster);
        screen.settle();
        page.again();
        NatTable table = Controls.all(shell, NatTable.class).getFirst();
        StringBuilder path = new StringBuilder();
        GC gc = new GC(table);
        gc.setFont(table.getFont());
        try {
            boolean within = false;
            for (int row = 1; row < table.getRowCount(); row++) {
                String fact = String.valueOf(table.getDataValueByPosition(0, row));
                String line = String.valueOf(table.getDataValueByPosition(1, row));
                within = fact.equals("kubeconfig") || within && fact.isEmpty();
                if (within) {
                    path.append(line);
                    assertTrue(gc.textExtent(line).x + 8 <= table.getColumnWidthByPosition(1), line);
                }
            }
        } finally {
            gc.dispose();
        }
        assertEquals(KUBECONFIG.toString(), path.toString());
    }

    /** Half of a narrow page was kept for the names of the facts, and a note went on over six lines. */
    @Test
    void factsTakeNoMoreRoomThanTheirWordsNeed() {
        screen.show(shell);
        page.show(cluster.getNodes().getFirst().getAccelerators().getFirst()); // whose facts have longer names
        page.show(stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8));
        screen.settle();
        page.again();
        NatTable table = Controls.all(shell, NatTable.class).getFirst();
        GC gc = new GC(table);
        gc.setFont(table.getFont());
        try {
            int longest = IntStream.range(1, table.getRowCount())
                    .map(row -> gc.textExtent(String.valueOf(table.getDataValueByPosition(0, row))).x)
                    .max()
                    .orElseThrow();
            int width = table.getColumnWidthByPosition(0);
            assertTrue(width >= longest + 16 && width <= Math.max(96, longest + 30), width + " for " + longest);
        } finally {
            gc.dispose();
        }
    }

    /** The facts kept their wide column, and each value was cut at the right, with no scroll bar. */
    @Test
    void inAVeryNarrowPartTheFactsGiveWayAndEveryValueIsInSightWhole() {
        shell.setSize(195, 700);
        screen.show(shell);
        page.show(cluster.getNodes().getFirst().getAccelerators().getFirst());
        screen.settle();
        page.again();
        screen.settle();
        NatTable table = Controls.all(shell, NatTable.class).getFirst();
        int end = table.getColumnWidthByPosition(0) + table.getColumnWidthByPosition(1);
        assertTrue(end <= table.getClientArea().width, end + " of " + table.getClientArea().width);
        GC gc = new GC(table);
        gc.setFont(table.getFont());
        try {
            for (int row = 1; row < table.getRowCount(); row++) {
                for (int column = 0; column < 2; column++) {
                    String line = String.valueOf(table.getDataValueByPosition(column, row));
                    assertTrue(gc.textExtent(line).x + 4 <= table.getColumnWidthByPosition(column), line);
                }
            }
        } finally {
            gc.dispose();
        }
    }

    /** "last heard 2 s ago" stood there for minutes beside the true age in the status line. */
    @Test
    void howLongAClusterWasNotHeardGoesOnThoughNothingChangesAndOfALiveOneIsNotSaidTwice() {
        screen.show(shell);
        cluster.setConnection(ConnectionState.STALE);
        cluster.setLastContact(FakeFleet.NOW.minusSeconds(20));
        page.show(cluster);
        assertTrue(values().contains("20 s ago"), values()::toString);
        now.set(FakeFleet.NOW.plusSeconds(160));
        screen.until("it goes on", () -> values().contains("3 min ago"));
        cluster.setConnection(ConnectionState.LIVE);
        screen.until("it is said in the status line", () -> !values().contains("3 min ago"));
    }

    private List<String> values() {
        NatTable table = Controls.all(shell, NatTable.class).getFirst();
        return IntStream.range(1, table.getRowCount())
                .mapToObj(row ->
                        String.valueOf(table.getDataValueByPosition(1, row)).replaceAll("\\h", " "))
                .toList();
    }

    @Test
    void thePathOfTheKubeconfigIsCopiedByAButtonThatOnlyAClusterHas() {
        screen.show(shell);
        page.show(cluster);
        screen.settle();
        ToolBar bar = Controls.all((Composite) page.control(), ToolBar.class).getFirst();
        assertEquals("Copy Kubeconfig Path", bar.getItem(0).getText());
        page.control().setFocus();
        assertEquals(
                Controls.all(shell, NatTable.class).getFirst(),
                screen.display().getFocusControl(),
                "the facts have the focus first");
        bar.getItem(0).notifyListeners(SWT.Selection, new Event());
        assertEquals(Optional.of(KUBECONFIG.toString()), ClipboardText.read(screen.display()));
        page.show(cluster.getNodes().getFirst());
        assertEquals(List.of(), Controls.all((Composite) page.control(), ToolBar.class));
    }
}
