// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.telemetry.TelemetryStore;
import podium.telemetry.mismatch.AllocationComparison;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.Mismatch.Kind;
import podium.telemetry.mismatch.ReportedAllocation;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeSources;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.label.Snapshots;

/** What is held and idle is told with who holds it; before it can be told, that it is watched. */
class AllocationMismatchPageTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster cluster = seen.stage.made.cluster("lab", 8);
    private final Quiet quiet = new Quiet();
    private final FakeSources sources = new FakeSources();
    private Job job;

    @BeforeEach
    void held() {
        job = seen.stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 4);
        job.setLabels(Labels.of("user", "ann"));
        seen.stage
                .made
                .task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()))
                .setStarted(FakeFleet.NOW.minus(Duration.ofHours(5)));
        seen.shell.setLayout(new FillLayout());
    }

    @AfterEach
    void close() {
        seen.close();
    }

    private void open() {
        AllocationMismatchPage page = new AllocationMismatchPage(
                seen.shell, seen.stage.services, quiet, sources, seen.stage.fleet, seen.stage.selection);
        seen.show();
        page.show(cluster);
    }

    /** Two minutes after connecting it said that none had been so for ten, which could not be known; of now it can. */
    @Test
    void whereNoneIsIdleThatIsSaidOfNow() {
        quiet.activity = 0.9;
        open();
        seen.until("it is said", () -> seen.words().contains("None is held and idle now ("));
    }

    @Test
    void whatIsIdleForLessThanTenMinutesIsWatched() {
        quiet.past = Duration.ofMinutes(3);
        open();
        seen.until("it is watched", () -> seen.words().contains("Watching 4 GPUs"));
        assertTrue(seen.words().contains("after 10 min"), seen::words);
    }

    /** "The first results come in 0.0 s" stood for a minute. */
    @Test
    void whatIsToldSoonIsToldAnyMoment() {
        Instant now = FakeFleet.NOW;
        assertEquals(
                "Watching 6 GPUs, where it looks so now: listed after 10 min of that, the first any moment.",
                AllocationMismatchPage.watched(watched(now.plusSeconds(19)), now));
        assertEquals(
                "Watching 6 GPUs, where it looks so now: listed after 10 min of that, the first in 20\u2009s.",
                AllocationMismatchPage.watched(watched(now.plusSeconds(20)), now));
    }

    @Test
    void whatIsIdleForLessIsCountedBesideWhatIsListed() {
        List<Mismatch> found = List.of(found(Kind.IDLE_BUT_HELD), found(Kind.USED_BUT_NOT_HELD));
        assertEquals(
                "1 idle but held, 2 idle for less than 10 min, 1 used but not held",
                AllocationMismatchPage.counts(found, 2));
        assertEquals("1 used but not held", AllocationMismatchPage.counts(found.subList(1, 2), 0));
    }

    private static Mismatch found(Kind kind) {
        ReportedAllocation of = new ReportedAllocation(
                new DeviceKey(new ClusterId("lab"), "n1", 0), List.of(), Optional.empty(), false);
        return new Mismatch(of, kind, FakeFleet.NOW, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static AllocationComparison watched(Instant next) {
        return new AllocationComparison(List.of(), 8, 6, Optional.of(next));
    }

    /** It was watched from the moment of opening, and after two minutes nothing was measured. */
    @Test
    void ofASnapshotNothingIsWatched() {
        quiet.past = Duration.ofMinutes(3);
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        open();
        seen.until("it says why", () -> seen.words().contains("A snapshot has one reading of each GPU."));
    }

    @Test
    void whatIsIdleForLongSaysWhoseItIsAndLeadsToItsJob() {
        quiet.past = Duration.ofHours(2);
        open();
        seen.until("it is told", () -> seen.words().contains("4 idle but held"));
        List<String> cells = seen.cells();
        assertTrue(cells.contains("train") && cells.contains("ann"), cells::toString);
        NatTable table = seen.all(NatTable.class).getFirst();
        Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        Screen.key(table, SWT.CR, '\r', SWT.NONE);
        assertEquals(List.of(job), seen.stage.selection.get());
    }

    /** At 1280 pixels how long, who and the headline were cut, and first results were promised below four of them. */
    @Test
    void whereItIsNarrowHowLongAndWhoseStaysInSight() {
        quiet.past = Duration.ofHours(2);
        seen.shell.setSize(320, 500);
        open();
        seen.until("it is told", () -> seen.words().contains("4 idle but held"));
        assertFalse(seen.words().contains("0 used") || seen.words().contains("first results"), seen::words);
        assertEquals(List.of("device", "for", "held by", "owner"), shown());
    }

    @Test
    void anOwnerThatNobodyHasTakesNoRoom() {
        job.setLabels(Labels.of());
        job.setQueueName(null);
        quiet.past = Duration.ofHours(2);
        seen.shell.setSize(320, 500);
        open();
        seen.until("it is told", () -> seen.words().contains("4 idle but held"));
        assertEquals(List.of("device", "for", "held by", "job"), shown());
    }

    /** "......5" stood beside an empty column, and "idle but held" in each row as in the head. */
    @ParameterizedTest
    @ValueSource(ints = {342, 515})
    void aDeviceAndItsHolderStandWholeAndWhatAllShareIsSaidOnce(int width) {
        job.setLabels(Labels.of());
        job.setQueueName(null);
        cluster.getNodes()
                .forEach(node -> node.setName("gpu-r1-n" + cluster.getNodes().indexOf(node)));
        job.getTasks().getFirst().setNamespace("notebooks");
        job.getTasks().getFirst().setName("nb-rowan-0");
        quiet.past = Duration.ofHours(2);
        seen.shell.setSize(width, 500);
        open();
        seen.until("it is told", () -> seen.words().contains("4 idle but held"));
        NatTable table = seen.all(NatTable.class).getLast();
        seen.until(
                "both have room",
                () -> table.getColumnWidthByPosition(0) >= 34 + words(table, "gpu-r1-n0 3")
                        && table.getColumnWidthByPosition(2) >= 12 + words(table, "nb-rowan-0"));
        seen.until(
                "nothing lies beside",
                () -> IntStream.range(0, table.getColumnCount())
                                .map(table::getColumnWidthByPosition)
                                .sum()
                        == table.getClientArea().width);
        assertFalse(shown().contains("what"), shown()::toString);
    }

    @Test
    void aLongNameOfANodeLeavesTheLastColumnsOut() {
        job.setLabels(Labels.of());
        job.setQueueName(null);
        cluster.getNodes()
                .forEach(node ->
                        node.setName("a100-mig-single-" + cluster.getNodes().indexOf(node)));
        quiet.past = Duration.ofHours(2);
        seen.shell.setSize(342, 500);
        open();
        seen.until("it is told", () -> seen.words().contains("4 idle but held"));
        NatTable table = seen.all(NatTable.class).getLast();
        seen.until("it is whole", () -> table.getColumnWidthByPosition(0) >= 34 + words(table, "a100-mig-single-0 3"));
        assertEquals(List.of("device", "for", "held by"), shown());
    }

    private static int words(NatTable table, String words) {
        GC gc = new GC(table);
        try {
            gc.setFont(table.getFont());
            return gc.textExtent(words).x;
        } finally {
            gc.dispose();
        }
    }

    private List<String> shown() {
        NatTable table = seen.all(NatTable.class).getLast();
        return IntStream.range(0, table.getColumnCount())
                .filter(column -> table.getColumnWidthByPosition(column) > 0)
                .mapToObj(column -> String.valueOf(table.getDataValueByPosition(column, 0)))
                .toList();
    }

    @Test
    void whatIsNotMeasuredIsNotCalledWell() {
        quiet.measured = false;
        sources.source("lab", new ExporterEndpoint("n1", "dcgm", "/x"), Optional.empty(), 0, Optional.of("503"));
        open();
        seen.until("it is said", () -> seen.words().contains("None of these GPUs is measured."));
    }

    /** For the first half minute of each start "None of these GPUs is measured" stood there. */
    @Test
    void beforeASourceIsFoundNoneIsMeasuredYet() {
        quiet.measured = false;
        open();
        seen.until("it is said", () -> seen.words().contains("None of these GPUs is measured yet."));
        assertTrue(seen.words().contains("No source of readings was found yet."), seen::words);
    }

    @Test
    void whileExportersAreReadForTheFirstTimeThatIsSaid() {
        quiet.measured = false;
        sources.source("lab", new ExporterEndpoint("n1", "dcgm", "/x"), Optional.empty(), 0, Optional.empty());
        open();
        seen.until("it is said", () -> seen.words().contains("None of these GPUs is measured yet."));
        assertTrue(seen.words().contains("Their exporters are being read for the first time."), seen::words);
    }

    /** Devices that do nothing, as far back as they are known. */
    private static final class Quiet implements TelemetryStore {
        private volatile Duration past = Duration.ZERO;
        private volatile boolean measured = true;
        private volatile double activity;

        @Override
        public void append(DeviceKey device, Metric metric, long time, double value) {}

        @Override
        public Optional<Sample> latest(DeviceKey device, Metric metric) {
            return measured && metric == Metric.ACTIVITY
                    ? Optional.of(new Sample(FakeFleet.NOW.toEpochMilli() - 1_000, activity))
                    : Optional.empty();
        }

        @Override
        public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
            long step = (to - from) / buckets;
            int[] count = new int[buckets];
            for (int i = 0; i < buckets; i++) {
                count[i] = from + i * step < to - past.toMillis() ? 0 : 12;
            }
            return new Curve(from, step, new double[buckets], new double[buckets], new double[buckets], count);
        }

        @Override
        public long version() {
            return 1;
        }

        @Override
        public void prepend(DeviceKey device, Metric metric, long[] times, double[] values) {}

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public void forget(ClusterId of) {}
    }
}
