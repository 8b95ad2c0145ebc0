// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader.Past;
import podium.core.metrics.HistoryReader.Span;
import podium.core.metrics.Metric;
import podium.gpu.internal.exporter.QueryAnswers;
import podium.sources.internal.fleet.DeviceDirectory;

class HistoryQueryTest {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final DeviceKey DEVICE = new DeviceKey(LAB, "n1", 3);
    private static final Span SPAN = new Span(LAB, Metric.POWER, 1_000_000, Duration.ofSeconds(60), 4);
    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

    private final List<String> asked = new ArrayList<>();
    private final DeviceDirectory directory =
            new DeviceDirectory(Map.of("GPU-1", new DeviceDirectory.Place("n1", 3)), Set.of("n1"));

    @Test
    void aPointTellsOfTheStepBeforeItAndTheRestStaysUnknown() throws IOException {
        Past past = read(power("[1060,\"100\"],[1240,\"300\"]"));
        Curve curve = past.curves().get(DEVICE);
        assertEquals(List.of(1, 0, 0, 1), Arrays.stream(curve.count()).boxed().toList());
        assertEquals(100, curve.average()[0]);
        assertEquals(300, curve.average()[3]);
        assertTrue(Double.isNaN(curve.average()[1]));
        assertEquals(1_000_000, curve.start());
        assertEquals(60_000, curve.step());
        assertEquals(Duration.ofSeconds(60), past.step());
        assertEquals("p", past.server());
    }

    @Test
    void eachNameOfTheMetricIsAskedInTheStepOfTheChart() throws IOException {
        read(EMPTY);
        assertEquals(new QueryAnswers().names(Metric.POWER).size(), asked.size());
        assertTrue(asked.getFirst()
                .contains("avg_over_time("
                        + new QueryAnswers().names(Metric.POWER).getFirst()));
        for (String path : asked) {
            assertTrue(path.endsWith("&start=1060.000&end=1240.000&step=60"), path);
        }
    }

    @Test
    void aSpikeShorterThanAStepIsInTheBand() throws IOException {
        Map<String, String> answers = Map.of(
                "min_over_time(DCGM_FI_DEV_POWER_USAGE", power("[1060,\"80\"],[1120,\"90\"]"),
                "avg_over_time(DCGM_FI_DEV_POWER_USAGE", power("[1060,\"100\"],[1120,\"95\"],[1180,\"70\"]"),
                "max_over_time(DCGM_FI_DEV_POWER_USAGE", power("[1060,\"690\"],[1120,\"95\"]"));
        Curve curve = read(path -> answers.entrySet().stream()
                        .filter(answer -> path.contains(answer.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(EMPTY))
                .curves()
                .get(DEVICE);
        assertEquals(List.of(1, 1, 1, 0), Arrays.stream(curve.count()).boxed().toList());
        assertArrayEquals(new double[] {80, 90, 70, Double.NaN}, curve.min());
        assertArrayEquals(new double[] {100, 95, 70, Double.NaN}, curve.average());
        assertArrayEquals(new double[] {690, 95, 70, Double.NaN}, curve.max());
    }

    @Test
    void ofACodeTheLargestAloneIsAsked() throws IOException {
        read(path -> EMPTY, new Span(LAB, Metric.XID, 1_000_000, Duration.ofSeconds(60), 4));
        assertFalse(asked.isEmpty());
        asked.forEach(path -> assertTrue(path.contains("max_over_time("), path));
    }

    @Test
    void ofTwoNamesTheBetterOneIsTaken() throws IOException {
        List<String> names = new QueryAnswers().names(Metric.ACTIVITY);
        assertEquals("DCGM_FI_PROF_GR_ENGINE_ACTIVE", names.getFirst());
        assertTrue(names.indexOf("DCGM_FI_DEV_GPU_UTIL") > 0, names.toString());
    }

    @Test
    void aDeviceOfAnotherClusterIsLeftOut() throws IOException {
        assertEquals(
                Map.of(),
                read(power("[1060,\"100\"]").replace("GPU-1", "GPU-2").replace("n1", "n9"))
                        .curves());
    }

    @Test
    void theWordsOfAServerThatRefusesArePassedOn() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> read("{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many samples\"}"));
        assertTrue(e.getMessage().contains("too many samples"), e.getMessage());
    }

    @Test
    void aLargeFleetIsAskedMoreCoarselyAndItsPointsFillTheBuckets() {
        assertEquals(1, HistoryQuery.times(0, 0));
        assertEquals(1, HistoryQuery.times(1_000, 240));
        assertTrue(HistoryQuery.times(40_000, 240) >= 4);
        assertTrue(40_000L * 240 / HistoryQuery.times(40_000, 240) <= 2_000_000);
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, () -> read(EMPTY));
        assertEquals(List.of(), asked);
    }

    private Past read(String answer) throws IOException {
        return read(path -> answer);
    }

    private Past read(UnaryOperator<String> answers) throws IOException {
        return read(answers, SPAN);
    }

    private Past read(UnaryOperator<String> answers, Span span) throws IOException {
        return new HistoryQuery(
                        new QueryAnswers(),
                        path -> {
                            String query = URLDecoder.decode(path, StandardCharsets.UTF_8);
                            asked.add(query);
                            return answers.apply(query).getBytes(StandardCharsets.UTF_8);
                        },
                        directory)
                .read("p", span);
    }

    private static String power(String points) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":"
                + "\"DCGM_FI_DEV_POWER_USAGE\",\"UUID\":\"GPU-1\",\"gpu\":\"3\",\"Hostname\":\"n1\"},\"values\":["
                + points + "]}]}}";
    }
}
