// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeTelemetry;

class UtilizationQueryTest {
    private static final long NOW = FakeFleet.NOW.toEpochMilli();
    private static final double NAN = Double.NaN;
    private final FakeTelemetry store = new FakeTelemetry(NOW);

    private static Curve curve(double... averages) {
        int[] count = new int[averages.length];
        for (int i = 0; i < averages.length; i++) {
            count[i] = Double.isNaN(averages[i]) ? 0 : 1;
        }
        return new Curve(0, 10, averages.clone(), averages.clone(), averages, count);
    }

    private static List<DeviceKey> devices(int nodes, int each) {
        List<DeviceKey> keys = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            for (int index = 0; index < each; index++) {
                keys.add(new DeviceKey(new ClusterId("lab"), "n" + node, index));
            }
        }
        return keys;
    }

    private static UtilizationQuery question(List<DeviceKey> devices) {
        return new UtilizationQuery(devices, NOW, 1_800_000, 60, Metric.ACTIVITY, 80.0 * (1L << 30), "GPU", Map.of());
    }

    @Test
    void theMiddleOfTheDevicesLeavesOutATenthOfThemAtEachEnd() {
        List<Curve> many =
                IntStream.rangeClosed(0, 20).mapToObj(i -> curve(i / 20.0, NAN)).toList();
        Curves.Spread spread = Curves.spread(many);
        assertEquals(0.1, spread.low()[0], 1e-9);
        assertEquals(0.9, spread.high()[0], 1e-9);
        assertFalse(spread.isKnown(1), "where nobody has a sample there is none");
        assertFalse(Curves.spread(many.subList(0, 9)).isKnown(0), "a tenth of nine is none");
    }

    @Test
    void togetherIsLeastLargestAndMean() {
        Curve all = Curves.together(List.of(curve(0.2, 0.4), curve(0.6, 0.8)));
        assertEquals(0.2, all.min()[0]);
        assertEquals(0.6, all.max()[0]);
        assertEquals(0.4, all.average()[0], 1e-9);
    }

    @Test
    void aDeviceThatIsNotKnownDoesNotPullTheMeanDown() {
        Curve all = Curves.together(List.of(curve(0.8, NAN), curve(NAN, NAN)));
        assertEquals(0.8, all.average()[0]);
        assertEquals(0, all.count()[1]);
        assertTrue(Double.isNaN(all.average()[1]), "nobody knows: a gap, not a zero");
    }

    @Test
    void theLastKnownValueIsThatOfNow() {
        assertEquals(0.3, Curves.last(curve(0.1, 0.3, NAN)));
        assertTrue(Double.isNaN(Curves.last(curve(NAN))));
        assertEquals(0.3, Curves.largest(curve(0.1, 0.3, NAN)));
        assertTrue(Double.isNaN(Curves.largest(curve(NAN))));
    }

    @Test
    void fewDevicesHaveARowEach() {
        HeatMap map = question(devices(2, 8)).ask(store).heat();
        assertEquals(16, map.rows().size());
        assertEquals("n0 0", map.rows().getFirst().label());
    }

    @Test
    void theDevicesOfOneNodeAreCalledByTheirIndex() {
        assertEquals(
                "GPU 0",
                question(devices(1, 8)).ask(store).heat().rows().getFirst().label());
    }

    @Test
    void manyDevicesHaveARowForEachNode() {
        HeatMap map = question(devices(32, 8)).ask(store).heat();
        assertEquals(32, map.rows().size());
        assertEquals("n0", map.rows().getFirst().label());
    }

    @Test
    void moreRowsThanCanBeSeenAreCountedButNotDrawn() {
        HeatMap map = question(devices(400, 8)).ask(store).heat();
        assertEquals(HeatMap.MOST_ROWS, map.rows().size());
        assertEquals(400, map.all());
    }

    @Test
    void ofVeryManyDevicesSomeAreAskedAndThatIsKnown() {
        UtilizationQuery.Answer answer = question(devices(400, 8)).ask(store);
        assertEquals(UtilizationQuery.MOST_DEVICES, answer.asked());
        assertEquals(UtilizationQuery.METRICS, List.copyOf(answer.curves().keySet()));
    }

    @Test
    void devicesNeverHeardOfHaveNoNewestSample() {
        List<DeviceKey> silent = List.of(new DeviceKey(new ClusterId("lab"), "n", 7));
        assertTrue(question(silent).ask(store).newest().isEmpty());
        assertEquals(NOW - 2000, question(devices(1, 2)).ask(store).newest().orElseThrow());
    }

    /** "5 min 4 min 3 min" touched. The step is the chart's own: 1, 2, 5 or 10 of what is nearest to the hint. */
    @Test
    void labelsOfTheTimeNeverTouch() {
        int label = 40;
        for (TimeWindow window : TimeWindow.values()) {
            for (int length = 2 * label; length < 900; length++) {
                double hint = window.units() / length * HistoryChart.stepHint(label);
                double power = Math.pow(10, Math.floor(Math.log10(hint)));
                double mantissa = hint / power;
                double step = power * (mantissa > 7.5 ? 10 : mantissa > 3.5 ? 5 : mantissa > 1.5 ? 2 : 1);
                double pixels = step / window.units() * length;
                assertTrue(pixels >= label + HistoryChart.LABEL_GAP - 1e-9, window + " " + length + ": " + pixels);
            }
        }
    }

    @Test
    void whatIsNotShownOrNotAskedIsSaid() {
        UtilizationQuery all = question(devices(1, 2));
        String words = UtilizationCaption.of("n0", all, all.ask(store), FakeFleet.NOW, Optional.empty())
                .replace('\u2009', ' ');
        assertEquals("n0: 2 GPUs, mean, band from minimum to maximum. From the cluster's sources, 2.0 s old.", words);
        UtilizationQuery one = question(devices(1, 1));
        UtilizationQuery.Answer read = one.ask(store);
        assertEquals(
                "n0: 1 GPU, mean of its readings at each point, band from the least to the most of them."
                        + " From the cluster's sources, 2.0 s old.",
                UtilizationCaption.of("n0", one, read, FakeFleet.NOW, Optional.empty())
                        .replace('\u2009', ' '));
        UtilizationQuery.Answer single = new UtilizationQuery.Answer(
                Map.of(Metric.ACTIVITY, curve(0.5, 0.6, NAN)), Map.of(), read.heat(), read.newest(), 1, true);
        assertEquals(
                "n0: 1 GPU. From the cluster's sources, 2.0 s old.",
                UtilizationCaption.of("n0", one, single, FakeFleet.NOW, Optional.empty())
                        .replace('\u2009', ' '),
                "one reading at each point has no band");
        UtilizationQuery many = question(devices(400, 8));
        String some = UtilizationCaption.of("lab", many, many.ask(store), FakeFleet.NOW, Optional.empty())
                .replace('\u2009', ' ');
        assertTrue(some.contains("3 200 GPUs, 1 in 3 read, heat map of the first 256 of 400 nodes"), some);
    }

    @Test
    void noDevicesAreNoCurves() {
        UtilizationQuery.Answer answer = question(List.of()).ask(store);
        assertTrue(answer.curves().isEmpty());
        assertTrue(answer.heat().rows().isEmpty());
    }

    @Test
    void theScaleOfMemoryIsTheDevicesMemoryAndOfPowerWhatWasSeen() {
        UtilizationQuery question = question(devices(1, 2));
        UtilizationQuery.Answer answer = question.ask(store);
        MetricScale memory = question.scale(Metric.MEMORY_USED, answer.curves().get(Metric.MEMORY_USED));
        assertEquals(80.0 * (1L << 30), memory.most(), 1e9);
        MetricScale power = question.scale(Metric.POWER, answer.curves().get(Metric.POWER));
        assertTrue(power.most() > 300, "seen " + power.most());
    }

    @Test
    void aMetricIsCalledTheSameWhetherItsAxisHasAUnitOrNot() {
        assertEquals("power", MetricScale.of(Metric.POWER, 0).name());
        assertEquals("power, W", MetricScale.of(Metric.POWER, 0).label());
        assertEquals("XID", MetricScale.of(Metric.XID, 0).name());
        assertEquals("XID", MetricScale.of(Metric.XID, 0).label());
    }

    @Test
    void aPlaceOnTheRampIsBetweenItsEnds() {
        MetricScale scale = MetricScale.of(Metric.TEMPERATURE, 0);
        assertEquals(0, scale.place(5));
        assertEquals(0.5, scale.place(40));
        assertEquals(1, scale.place(95));
        assertEquals(1, scale.reaching(100).place(100));
        assertEquals(scale, scale.reaching(NAN));
    }

    @Test
    void thePointerFindsRowAndBucket() {
        HeatMap map = question(devices(1, 4)).ask(store).heat();
        assertEquals(0, map.rowAt(0, 100));
        assertEquals(3, map.rowAt(99, 100));
        assertEquals(-1, map.rowAt(100, 100));
        assertEquals(-1, map.rowAt(-1, 100));
        assertEquals(0, map.bucketAt(0, 600));
        assertEquals(59, map.bucketAt(599, 600));
        assertEquals(-1, map.bucketAt(600, 600));
    }

    @ParameterizedTest
    @EnumSource(TimeWindow.class)
    void theAxisCountsBackFromNow(TimeWindow window) {
        String end = window.format().format(-window.units());
        assertEquals(window.word(), end.replace('\u2009', ' '));
        assertFalse(end.contains("-"));
    }

    @Test
    void whatTheStoreKnowsComesBeforeWhatAServerSays() {
        Curve both = Curves.filled(curve(NAN, 0.4, NAN), curve(0.9, 0.8, NAN));
        assertEquals(0.9, both.average()[0]);
        assertEquals(0.4, both.average()[1]);
        assertTrue(Double.isNaN(both.average()[2]));
        assertEquals(0, both.count()[2]);
        assertFalse(Curves.reachesBack(curve(NAN, NAN, 0.5)));
        assertTrue(Curves.reachesBack(curve(NAN, 0.1, 0.5)));
    }

    @Test
    void aPastThatIsKnownFillsCurvesAndHeatMapAndLeavesTheRestUnknown() {
        store.since = NOW - 900_000;
        List<DeviceKey> devices = devices(1, 2);
        Curve old = store.query(devices.getFirst(), Metric.POWER, NOW - 1_800_000, NOW, 60);
        assertEquals(0, old.count()[0]);
        double[] values = new double[60];
        int[] count = new int[60];
        java.util.Arrays.fill(values, 0.25);
        java.util.Arrays.fill(count, 1);
        Curve told = new Curve(NOW - 1_800_000, 30_000, values, values, values, count);
        UtilizationQuery question = new UtilizationQuery(
                devices,
                NOW,
                1_800_000,
                60,
                Metric.ACTIVITY,
                0,
                "GPU",
                Map.of(Metric.ACTIVITY, Map.of(devices.getFirst(), told)));
        UtilizationQuery.Answer answer = question.ask(store);
        assertFalse(answer.whole());
        assertEquals(0.25, answer.curves().get(Metric.ACTIVITY).average()[0], 1e-9);
        assertEquals(0, answer.curves().get(Metric.POWER).count()[0]);
        assertEquals(1, answer.heat().rows().getFirst().curve().count()[0]);
        assertEquals(0, answer.heat().rows().get(1).curve().count()[0]);
        store.since = Long.MIN_VALUE;
        assertTrue(question.ask(store).whole());
    }

    /** "2.33 min ago" was told of a place in a chart. */
    @ParameterizedTest
    @CsvSource({
        "MINUTES_5,-2.333,2 min 20 s",
        "MINUTES_5,-0.25,15 s",
        "HOURS_3,-1.25,1 h 15 min",
        "DAYS_7,-3.5,3 d 12 h"
    })
    void aPlaceOnTheAxisIsToldInWholeUnits(TimeWindow window, double at, String told) {
        assertEquals(told, window.before(at).replace('\u2009', ' '));
    }

    @ParameterizedTest
    @EnumSource(TimeWindow.class)
    void theStepOfALongSpanIsInWholeSecondsAndCoversIt(TimeWindow window) {
        for (int buckets : new int[] {30, 77, 240}) {
            long step = window.step(buckets).toMillis();
            assertEquals(0, step % 1_000);
            assertTrue(step >= 15_000);
            assertTrue(step * buckets >= window.span().toMillis());
        }
    }
}
