// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.ExporterEndpoint;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.PartScreen;
import podium.ui.selection.Filters;
import podium.ui.selection.RevealsOperation;
import podium.ui.table.RowTable;

/** The first thing that Details says of a cluster is what needs attention in it, and Enter goes there. */
class AttentionSectionTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster cluster = seen.stage.made.cluster("lab", 16);

    @AfterEach
    void close() {
        seen.close();
    }

    private void open() {
        seen.stage.telemetry.heard = 0;
        seen.stage.shown.put("podium.part.details", seen.stage.details(seen.shell));
        seen.show();
        seen.stage.fleet.tell(cluster);
        seen.until("all was looked at", () -> {
            seen.stage.attention.tick();
            return seen.stage.attention.isKnown(cluster);
        });
        seen.stage.selection.set(this, List.of(cluster));
        seen.settle();
    }

    private NatTable table() {
        return seen.all(NatTable.class).getFirst();
    }

    private String head() {
        return String.valueOf(table().getDataValueByPosition(0, 0));
    }

    /** Selects the row that begins so, and presses Enter. */
    private void enter(String words) {
        int row = seen.cells().stream().map(it -> it.startsWith(words)).toList().indexOf(true);
        assertTrue(row >= 0, () -> seen.cells().toString());
        table().setFocus();
        for (int key : key(row)) {
            Event event = new Event();
            event.keyCode = key;
            event.character = key == SWT.CR ? SWT.CR : 0;
            table().notifyListeners(SWT.KeyDown, event);
        }
        seen.settle();
    }

    private static int[] key(int row) {
        int[] keys = new int[row + 2];
        keys[0] = SWT.HOME;
        for (int i = 1; i <= row; i++) {
            keys[i] = SWT.ARROW_DOWN;
        }
        keys[row + 1] = SWT.CR;
        return keys;
    }

    private String tab() {
        return seen.all(CTabFolder.class).getFirst().getSelection().getText();
    }

    @Test
    void whereNothingIsWrongThatIsSaidWithWhatIsWatched() {
        open();
        assertEquals("Needs attention", head());
        String words = String.join(" ", seen.cells());
        assertTrue(words.startsWith("Nothing needs attention. Nodes, GPUs, jobs,"), words);
        seen.stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.settle();
        assertFalse(head().equals("Needs attention"), "a node that is well has its properties alone");
    }

    @Test
    void aSnapshotSaysThatItDoesNotTellWhatWasIdle() {
        cluster.setId("snapshot /tmp/a.fleet//lab");
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.getNodes().getFirst().setUnschedulable(true);
        open();
        String words = String.join(" ", seen.cells());
        assertTrue(words.startsWith("a1-n1 is cordoned"), words);
        assertTrue(words.contains("Whether GPUs were held but idle is not in it"), words);
    }

    /** The fourth was cut in the middle, and nothing said that more follows. */
    @Test
    void linesThatHaveNoRoomAreNotCutInTheMiddleAndAreCounted() {
        for (int i = 0; i < 3; i++) {
            cluster.getNodes().get(i).setUnschedulable(true);
            cluster.getNodes().get(i + 4).getAccelerators().getFirst().setHealth(Health.FAILED);
            seen.stage.made.job(cluster, "loader-" + i, "Deployment", JobState.FAILING, 1, 0);
        }
        seen.shell.setSize(300, 400);
        open();
        seen.until("it is counted", () -> seen.words().contains("9 in all: scroll to see the rest"));
        int rows = table().getClientArea().height - table().getRowHeightByPosition(0);
        assertEquals(0, rows % RowTable.ROW_HEIGHT, "whole rows: " + rows);
        seen.shell.setSize(600, 1000);
        seen.until("all have room", () -> !seen.words().contains("in all"));
    }

    @Test
    void enterSelectsWhatIsWrongAndShowsThePageThatSaysMore() {
        Node node = cluster.getNodes().get(3);
        node.getAccelerators().get(5).setHealth(Health.FAILED);
        Job failing = seen.stage.made.job(cluster, "shard-loader", "Deployment", JobState.FAILING, 1, 0);
        open();
        enter("shard-loader is failing");
        assertEquals(List.of(failing), seen.stage.selection.get());
        assertEquals("Fails", tab());
        seen.stage.selection.set(this, List.of(cluster.getDomains().getFirst()));
        seen.settle();
        enter("GPU 5 of a1-n4 has failed");
        assertEquals(List.of(node.getAccelerators().get(5)), seen.stage.selection.get());
        assertEquals("Summary", tab());
    }

    @Test
    void aLineOfASourceLeadsToTheSources() {
        seen.stage.sources.source(
                "lab",
                new ExporterEndpoint(cluster.getNodes().get(2).getName(), "dcgm", "/x"),
                Optional.of(FakeFleet.NOW.minus(Duration.ofMinutes(5))),
                0,
                Optional.of("connection refused"));
        open();
        enter("Metrics of a1-n3");
        assertEquals("Sources", tab());
        assertEquals(List.of(cluster), seen.stage.selection.get());
    }

    @Test
    void aLineOfAnOperationLeadsToItInTheListOfThem() {
        Plan drain = new Plan(
                ClusterId.of(cluster), "drain", "Drain a1-n2", List.of(), List.of(), List.of(), List.of(), List.of());
        for (String id : List.of("7", "8")) {
            seen.stage.operations.publish(
                    Examples.operation(id, drain, OperationState.INTERRUPTED, 1, 2, Optional.empty()));
        }
        List<String> revealed = new ArrayList<>();
        seen.stage.shown.put("podium.part.operations", (RevealsOperation) revealed::add);
        open();
        enter("Drain a1-n2: interrupted");
        assertEquals(1, revealed.size());
        assertTrue(List.of("7", "8").contains(revealed.getFirst()), revealed::toString);
    }

    @Test
    void ofManyNodesTheLineLeadsToTheListOfThem() {
        cluster.getNodes().forEach(node -> node.setUnschedulable(true));
        List<String> typed = new ArrayList<>();
        seen.stage.shown.put("podium.part.fleet", (Filters) typed::add);
        open();
        enter("16 nodes cordoned");
        assertEquals(cluster.getNodes().size(), seen.stage.selection.get().size());
        assertEquals(List.of("state:cordoned"), typed);
    }
}
