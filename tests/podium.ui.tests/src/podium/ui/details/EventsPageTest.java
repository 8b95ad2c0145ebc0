// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.Controls;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;

class EventsPageTest {
    private final PartScreen seen = new PartScreen();
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private final Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 8);
    private final Task task = seen.stage.made.task(
            job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));

    @AfterEach
    void close() {
        seen.close();
    }

    private void happens(int second, String type, String reason) {
        happens(second, type, reason, task.getName());
    }

    private void happens(int second, String type, String reason, String about) {
        String events = "/api/v1/namespaces/" + task.getNamespace() + "/events/";
        seen.stage.connections.objects.put(events + reason, """
            {"type":"%s","reason":"%s","message":"m\u202e","lastTimestamp":"2026-03-04T03:00:%02dZ",
             "involvedObject":{"name":"%s"}}\
            """.formatted(type, reason, second, about));
    }

    private void open() {
        open(task);
    }

    private void open(EObject thing) {
        seen.stage.connections.open("lab", Optional.empty());
        seen.shell.setLayout(new FillLayout());
        UiServices services = new UiServices(
                seen.stage.services.theme(), seen.stage.services.background(), now::get, seen.stage.services.hidden());
        EventsPage page = new EventsPage(seen.shell, services, seen.stage.connections);
        page.show(thing);
        seen.show();
    }

    private List<String> reasons() {
        return seen.words().contains("newest")
                ? seen.cells().stream()
                        .filter(cell -> cell.matches("[A-Z]\\w+, .* ago.*"))
                        .map(cell -> cell.substring(0, cell.indexOf(',')))
                        .toList()
                : List.of();
    }

    private void later() {
        now.set(now.get().plusSeconds(3));
    }

    @Test
    void eventsComeByThemselvesNewestFirst() {
        happens(1, "Normal", "Scheduled");
        open();
        seen.until("it is read", () -> reasons().equals(List.of("Scheduled")));
        happens(2, "Warning", "BackOff");
        later();
        seen.until("the new one is there", () -> reasons().equals(List.of("BackOff", "Scheduled")));
        assertTrue(seen.words().contains("2 events, newest first"), seen.words());
    }

    /** In a narrow part the message, which says why, was cut to two words. */
    @Test
    void aMessageIsReadWholeInANarrowPart() {
        String message = "0/32 nodes are available: 1 node(s) were unschedulable, 31 node(s) didn't match Pod's node"
                + " affinity/selector. preemption: 0/32 nodes are available: 32 Preemption is not helpful.";
        seen.stage.connections.objects.put(
                "/api/v1/namespaces/" + task.getNamespace() + "/events/FailedScheduling",
                """
                {"type":"Warning","reason":"FailedScheduling","message":"%s","count":12,
                 "lastTimestamp":"2026-03-04T03:00:01Z","involvedObject":{"name":"%s"}}\
                """.formatted(message, task.getName()));
        seen.shell.setSize(315, 600);
        open();
        seen.until("it is read", () -> reasons().equals(List.of("FailedScheduling")));
        List<String> cells = seen.cells();
        int head = cells.indexOf(cells.stream()
                .filter(cell -> cell.startsWith("FailedScheduling, ") && cell.endsWith(" ago, 12 times"))
                .findFirst()
                .orElseThrow());
        assertEquals(message, String.join(" ", cells.subList(head + 1, cells.size())));
        NatTable table = Controls.all(seen.shell, NatTable.class).getFirst();
        GC gc = new GC(table);
        gc.setFont(table.getFont());
        cells.subList(head, cells.size())
                .forEach(line -> assertTrue(gc.textExtent(line).x <= table.getClientArea().width - 28, line));
        gc.dispose();
    }

    @Test
    void anUnknownTimeIsNoAge() {
        String events = "/api/v1/namespaces/" + task.getNamespace() + "/events/";
        seen.stage.connections.objects.put(
                events + "Odd",
                "{\"reason\":\"Odd\",\"lastTimestamp\":\"yesterday\",\"involvedObject\":{\"name\":\"" + task.getName()
                        + "\"}}");
        open();
        seen.until("it is read", () -> seen.words().contains("1 event, newest"));
        assertEquals(List.of("Odd"), seen.cells());
    }

    @Test
    void thoseOfAJobAreThoseOfItsPodsTooAndOfNoOtherJob() {
        seen.stage.made.job(lab, "train-two", "Job", JobState.RUNNING, 1, 8);
        happens(1, "Normal", "SuccessfulCreate", "train");
        happens(2, "Warning", "BackOff", "train-0");
        happens(3, "Warning", "Failed", "train-two-0");
        happens(4, "Warning", "Killing", "trainer");
        open(job);
        seen.until("they are read", () -> reasons().equals(List.of("BackOff", "SuccessfulCreate")));
        assertTrue(
                seen.cells().stream().anyMatch(cell -> cell.startsWith("BackOff, ") && cell.endsWith(", train-0")),
                "and says whose each is: " + seen.cells());
    }

    /** The same message stood there 16 times, once for each pod. */
    @Test
    void whatIsSaidOfSeveralPodsIsSaidOnceAndOpensToThem() {
        for (int i = 0; i < 3; i++) {
            seen.stage.connections.objects.put(
                    "/api/v1/namespaces/" + task.getNamespace() + "/events/FailedScheduling" + i,
                    """
                    {"type":"Warning","reason":"FailedScheduling","message":"no room","count":%d,
                     "lastTimestamp":"2026-03-04T03:00:0%dZ","involvedObject":{"kind":"Pod","name":"train-%d"}}\
                    """.formatted(i + 1, i + 1, i));
        }
        happens(0, "Normal", "SuccessfulCreate", "train");
        open(job);
        seen.until("they are read", () -> reasons().equals(List.of("FailedScheduling", "SuccessfulCreate")));
        assertTrue(
                seen.cells().stream()
                        .anyMatch(cell -> cell.startsWith("FailedScheduling, ") && cell.endsWith(" ago, 3 pods")),
                seen.cells()::toString);
        assertEquals(1, seen.cells().stream().filter("no room"::equals).count());
        NatTable table = Controls.all(seen.shell, NatTable.class).getFirst();
        Screen.key(table, SWT.HOME, (char) 0, SWT.NONE);
        Screen.key(table, SWT.ARROW_RIGHT, (char) 0, SWT.NONE);
        seen.until(
                "each is there",
                () -> seen.cells().stream()
                                .filter(cell -> cell.matches("train-\\d, .* ago.*"))
                                .count()
                        == 3);
        assertTrue(seen.cells().stream().anyMatch(cell -> cell.startsWith("train-2, ") && cell.endsWith(", 3 times")));
    }

    /** The time and the pod were cut off. */
    @Test
    void whenAndOfWhichPodIsReadWholeInANarrowPart() {
        happens(2, "Warning", "FailedToCreateEndpointSlices", "train-0-of-a-long-name");
        seen.shell.setSize(200, 600);
        open(job);
        seen.until(
                "it is read",
                () -> seen.words().contains("newest") && seen.cells().toString().contains("train-0-of-a-long"));
        NatTable table = Controls.all(seen.shell, NatTable.class).getFirst();
        GC gc = new GC(table);
        gc.setFont(table.getFont());
        seen.cells().forEach(line -> assertTrue(gc.textExtent(line).x <= table.getClientArea().width - 40, line));
        gc.dispose();
    }

    @Test
    void theyAreNotReadWhileTheyAreNotSeen() {
        happens(1, "Normal", "Scheduled");
        open();
        seen.until("it is read", () -> reasons().equals(List.of("Scheduled")));
        seen.shell.getChildren()[0].setVisible(false);
        seen.settle();
        int asked = seen.stage.connections.asked.size();
        int[] ticks = {0};
        Repaint.every(seen.shell, Duration.ofMillis(100), () -> {
            later();
            ticks[0]++;
        });
        seen.until("much time went by", () -> ticks[0] > 7);
        assertEquals(asked, seen.stage.connections.asked.size(), seen.stage.connections.asked::toString);
        seen.shell.getChildren()[0].setVisible(true);
        seen.until("it goes on", () -> seen.stage.connections.asked.size() > asked);
    }

    @Test
    void ofVeryManyTheNewestAreShownAndItIsSaid() {
        for (int i = 0; i < 600; i++) {
            happens(i % 60, "Normal", "Pulled" + i);
        }
        open();
        seen.until("they are read", () -> seen.words().contains("600 events, the newest 500 of them"));
    }

    @Test
    void whatWasReadStaysWhileTheClusterDoesNotAnswer() {
        happens(1, "Normal", "Scheduled");
        open();
        seen.until("it is read", () -> reasons().equals(List.of("Scheduled")));
        InvocationHandler cut = (reader, method, arguments) -> {
            throw new IOException("the line is cut");
        };
        seen.stage.connections.capabilities.put(
                ObjectReader.class,
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ObjectReader.class}, cut));
        later();
        seen.until("it is said", () -> seen.words().contains("It could not be read: "));
        assertEquals(
                1,
                seen.cells().stream()
                        .filter(cell -> cell.startsWith("Scheduled, "))
                        .count());
        seen.stage.connections.capabilities.remove(ObjectReader.class);
        seen.tool("Reload").orElseThrow().notifyListeners(SWT.Selection, new Event());
        seen.until("it is read again", () -> reasons().equals(List.of("Scheduled")));
    }
}
