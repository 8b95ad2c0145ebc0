// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.Controls;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;
import podium.ui.label.Snapshots;

class UtilizationPartTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void utilizationSaysHowManyDevicesFromWhereAndHowOld() {
        Cluster cluster = seen.lab();
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.show();
        seen.until("it was read", () -> seen.words().contains("a1-n1: 8 GPUs"));
        assertTrue(seen.words().contains("sources"), seen.words());
        assertTrue(seen.words().replace('\u2009', ' ').contains("2.0 s old"), seen.words());
    }

    @Test
    void pointingAtOneChartTellsTheValuesOfThatMomentOnAll() {
        Cluster cluster = seen.lab();
        stage.selection.set(this, List.of(cluster));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.shell.setSize(1600, 500);
        seen.show();
        seen.until("it was read", () -> seen.words().contains("lab: 64 GPUs"));
        Control plot = (Control) seen.all(Chart.class).getFirst().getPlotArea();
        Event event = new Event();
        event.x = plot.getSize().x / 2;
        plot.notifyListeners(SWT.MouseMove, event);
        assertEquals(4, ago(seen.words()), seen.words());
        plot.notifyListeners(SWT.MouseExit, new Event());
        assertEquals(0, ago(seen.words()), seen.words());
    }

    @Test
    void theLineAboveTheChartsSaysNothingAgainInATipWhereItIsSeenWhole() {
        Cluster cluster = seen.lab();
        stage.selection.set(this, List.of(cluster));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.shell.setSize(1600, 500);
        seen.show();
        seen.until("it was read", () -> seen.words().contains("lab: 64 GPUs"));
        Label line = seen.all(Label.class).stream()
                .filter(label -> label.getText().startsWith("lab: 64 GPUs"))
                .findFirst()
                .orElseThrow();
        seen.until(
                "there is room for it",
                () -> String.valueOf(line.getToolTipText()).replace("null", "").isEmpty());
    }

    private static long ago(String words) {
        return words.lines().filter(line -> line.endsWith(" ago")).count();
    }

    /** In a window of 1280 pixels the head of a chart read "94 % (86 % to 9". */
    @Test
    void theValuesOfTheMomentPointedAtAreReadWholeInANarrowWindow() {
        Cluster cluster = seen.lab();
        stage.selection.set(this, List.of(cluster));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.shell.setSize(1280, 300);
        seen.show();
        seen.until("it was read", () -> seen.words().contains("lab: 64 GPUs"));
        Control plot = (Control) seen.all(Chart.class).getFirst().getPlotArea();
        Event event = new Event();
        event.x = plot.getSize().x / 2;
        plot.notifyListeners(SWT.MouseMove, event);
        for (Chart chart : seen.all(Chart.class)) {
            List<Label> head = Controls.all(chart.getParent(), Label.class);
            assertTrue(head.getLast().getText().contains(" ("), head.getLast().getText());
            head.forEach(label -> assertTrue(
                    label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= label.getSize().x,
                    () -> label.getText() + " in " + label.getSize().x));
        }
    }

    /** They ended now, and what was known ran out of them while one looked. */
    @Test
    void theChartsOfASnapshotEndWhenItWasTaken() {
        Cluster cluster = seen.lab();
        long taken = stage.services.clock().millis() - 600_000;
        cluster.setId(Snapshots.KIND + "/tmp/lab.fleet//lab");
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setLastContact(Instant.ofEpochMilli(taken));
        stage.telemetry.heard = taken + 4000;
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.shell.setSize(1600, 500);
        seen.show();
        seen.until("it was read", () -> seen.words().contains("From the cluster's sources, as it was at"));
        assertEquals(taken + 4001, stage.telemetry.until, "the last reading of it is the last of the curve");
        Control plot = (Control) seen.all(Chart.class).getFirst().getPlotArea();
        Event event = new Event();
        event.x = plot.getSize().x / 2;
        plot.notifyListeners(SWT.MouseMove, event);
        assertEquals(0, ago(seen.words()), seen.words());
        assertTrue(seen.words().contains(" before"), seen.words());
    }

    @Test
    void devicesOfANodeThatLeftAreNotAskedForThoughTheJobStillNamesThem() {
        Cluster cluster = stage.made.cluster("lab", 2);
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 2, 8);
        cluster.getNodes().forEach(node -> stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node)));
        stage.selection.set(this, List.of(job));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.show();
        seen.until("all are asked for", () -> seen.words().contains("train: 16 GPUs"));
        cluster.getNodes().remove(cluster.getNodes().getFirst());
        stage.fleet.tell(cluster);
        seen.until("those that are there are left", () -> seen.words().contains("train: 8 GPUs"));
        cluster.getJobs().remove(job);
        stage.fleet.tell(cluster);
        seen.until("it is about the fleet again", () -> seen.words().contains("lab: 8 GPUs"));
    }

    @Test
    void utilizationOfAJobThatHoldsNothingSaysSo() {
        Cluster cluster = stage.made.cluster("lab", 2);
        Job job = stage.made.job(cluster, "waits", "Job", JobState.WAITING, 1, 8);
        stage.made.task(job, 0, TaskPhase.PENDING, List.of());
        stage.selection.set(this, List.of(job));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.show();
        seen.until("it is said", () -> seen.words().contains("waits holds no GPU."));
    }

    @Test
    void aWeekIsAskedOfThePrometheusOfTheClusterAndItsWordsAreShown() {
        Cluster cluster = seen.lab();
        stage.past.serve("monitoring/prometheus");
        stage.telemetry.since = stage.services.clock().millis() - 600_000;
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        new UtilizationPart(seen.shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
        seen.show();
        seen.until("it was read", () -> seen.words().contains("a1-n1: 8 GPUs"));
        assertEquals(0, stage.past.asked.size(), "five minutes are in the store");
        seen.choose("last ", "7 d");
        seen.until("it is asked", () -> seen.words().contains("asking Prometheus, 0 of 4"));
        assertTrue(stage.past.asked.keySet().stream()
                .allMatch(span -> span.to() - span.from() >= Duration.ofDays(7).toMillis()
                        && span.from()
                                <= stage.services.clock().millis()
                                        - Duration.ofDays(6).toMillis()));
        stage.past.fail(new IllegalArgumentException("the query failed: too many samples"));
        seen.until("it is said", () -> seen.words().contains("the query failed: too many samples"));
        seen.choose("last ", "5 min");
        seen.until("the store is enough", () -> !seen.words().contains("the query failed"));
    }
}
