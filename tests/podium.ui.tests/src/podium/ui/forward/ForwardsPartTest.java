// SPDX-License-Identifier: Apache-2.0
package podium.ui.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.ui.fake.FakeForwards;
import podium.ui.fake.PartScreen;

class ForwardsPartTest {
    private static final ForwardTarget WEB = new ForwardTarget(ForwardTarget.Kind.SERVICE, "team", "web", 80);

    private final PartScreen seen = new PartScreen();
    private final FakeForwards forwards = new FakeForwards();

    @AfterEach
    void close() {
        seen.close();
    }

    private void open() {
        new ForwardsPart(seen.shell, forwards, seen.stage.fleet, seen.stage.connections, seen.stage.services);
        seen.show();
    }

    private FakeForwards.Fake start() throws IOException {
        return forwards.start(new ClusterId("lab"), WEB, 18080);
    }

    private String copied() {
        Clipboard clipboard = new Clipboard(seen.shell.getDisplay());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void whereNothingIsForwardedItIsSaidHowTo() {
        open();
        assertTrue(seen.words().contains("No port is forwarded."), seen.words());
        assertFalse(seen.tool("Stop").orElseThrow().isEnabled());
    }

    @Test
    void whereThereIsNoBrowserItIsSaidAndTheAddressIsCopied() throws IOException {
        List<String> asked = new ArrayList<>();
        new ForwardsPart(seen.shell, forwards, seen.stage.fleet, seen.stage.connections, seen.stage.services, url -> {
            asked.add(url);
            return false;
        });
        seen.show();
        FakeForwards.Fake forward = start();
        seen.until(
                "it is shown",
                () -> !seen.words().contains("No port is forwarded.")
                        && seen.cells().contains("127.0.0.1:18080"));
        seen.pressTool("Open");
        assertEquals(List.of(forward.url()), asked);
        assertEquals(forward.url(), copied());
        assertTrue(seen.words().contains("No browser was found; the address was copied."), seen.words());
    }

    @Test
    void oneThatIsStartedIsShownAndSelected() throws IOException {
        open();
        FakeForwards.Fake forward = start();
        seen.until(
                "it is shown",
                () -> !seen.words().contains("No port is forwarded.")
                        && seen.cells().contains("127.0.0.1:18080"));
        assertTrue(seen.cells().contains("service team/web, port 80"), seen.cells()::toString);
        assertTrue(seen.tool("Stop").orElseThrow().isEnabled());
        seen.pressTool("Copy Address");
        assertEquals("127.0.0.1:18080", copied());
        seen.pressTool("Copy Command");
        assertEquals("kubectl --context lab port-forward -n team service/web 18080:80", copied());
        forward.words = "a connection to pod a broke: connection refused";
        forwards.tell();
        seen.until("it is said", () -> seen.cells().contains(forward.words));
    }

    @Test
    void theNameOfAPodTakesTheRoomThereIsAndALongReasonIsReadBelow() throws IOException {
        String name = "moe-router-sweep-0-worker-group-4-rfp9q";
        seen.shell.setSize(1280, 400);
        open();
        FakeForwards.Fake forward = forwards.start(
                new ClusterId("lab"), new ForwardTarget(ForwardTarget.Kind.POD, "research", name, 8080), 18080);
        String title = forward.target().title();
        seen.until(
                "it is seen whole",
                () -> !seen.all(NatTable.class).isEmpty()
                        && seen.cells().contains(title)
                        && width(1) > 10 + extent(title));
        forward.words = "a connection to pod " + name + " broke: connection refused ".repeat(6);
        forwards.tell();
        seen.until("all of it is read", () -> seen.all(StyledText.class).stream()
                .anyMatch(text -> text.getText().contains(forward.words.strip())));
    }

    private int width(int column) {
        return seen.all(NatTable.class).getFirst().getColumnWidthByPosition(column);
    }

    private int extent(String text) {
        GC gc = new GC(seen.all(NatTable.class).getFirst());
        try {
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    @Test
    void stopEndsTheSelectedOneAndTakesItOffTheList() throws IOException {
        FakeForwards.Fake forward = start();
        open();
        seen.pressTool("Stop");
        seen.until("it is gone", () -> seen.words().contains("No port is forwarded."));
        assertFalse(forward.open);
    }

    @Test
    void oneThatEndedByItselfIsReadOfAndNotOpened() throws IOException {
        FakeForwards.Fake forward = start();
        forward.open = false;
        forward.words = "ended: the cluster is read-only";
        open();
        assertTrue(seen.cells().contains(forward.words), seen.cells()::toString);
        assertFalse(seen.tool("Open").orElseThrow().isEnabled());
        assertTrue(seen.tool("Stop").orElseThrow().isEnabled());
    }

    @Test
    void aPodThatTheModelKnowsToBeGoneIsSaidToBeGone() throws IOException {
        Job job = seen.stage.made.job(seen.lab(), "chat-70b", "Deployment", JobState.RUNNING, 2, 1);
        Task task = podOf(job, true);
        FakeForwards.Fake forward = startAtPod();
        open();
        assertTrue(seen.cells().contains("to pod a"), seen.cells()::toString);
        leaves(task);
        String gone = "pod a is gone; the next connection goes to another pod of chat-70b";
        seen.until("it is said", () -> seen.cells().contains(gone));
        forward.refusing = true;
        forward.words = "a connection was refused: none is ready";
        forwards.tell();
        seen.until(
                "what became of the next connection is said", () -> seen.cells().contains(forward.words));
        forward.refusing = false;
        forward.words = "to pod a";
        Task again = podOf(job, true);
        seen.stage.fleet.tell(Set.of(), Set.of(job), Set.of(again));
        seen.until("one of its name is there again", () -> seen.cells().contains("to pod a"));
    }

    @Test
    void aGonePodWithoutAControllerIsNotSaidToBeReplaced() throws IOException {
        Task task = podOf(seen.stage.made.job(seen.lab(), "a", "Pod", JobState.RUNNING, 1, 1), false);
        startAtPod();
        open();
        leaves(task);
        seen.until("it is said", () -> seen.cells().contains("pod a is gone, and no controller recreates it"));
    }

    @Test
    void theGonePodOfAServiceIsFollowedByAnotherOfTheService() throws IOException {
        Task task = podOf(seen.stage.made.job(seen.lab(), "chat-70b", "Deployment", JobState.RUNNING, 2, 1), true);
        start();
        open();
        leaves(task);
        seen.until("it is said", () -> seen.cells()
                .contains("pod a is gone; the next connection goes to another pod of service web"));
    }

    private FakeForwards.Fake startAtPod() throws IOException {
        return forwards.start(
                new ClusterId("lab"), new ForwardTarget(ForwardTarget.Kind.POD, "team", "a", 8080), 18080);
    }

    private Task podOf(Job job, boolean controlled) {
        Task task = seen.stage.made.task(job, 0, TaskPhase.RUNNING, List.of());
        task.setName("a");
        task.setNamespace("team");
        task.setController(
                controlled ? new ControllerRef("apps/v1", "ReplicaSet", "chat-70b-1", "rs", job.getWork()) : null);
        return task;
    }

    private void leaves(Task task) {
        Job job = task.getJob();
        job.getTasks().remove(task);
        seen.stage.fleet.tell(Set.of(), Set.of(job), Set.of(task));
    }
}
