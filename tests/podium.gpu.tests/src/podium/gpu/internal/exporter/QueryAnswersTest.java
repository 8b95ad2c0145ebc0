// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;
import podium.core.metrics.QueryParser.DeviceSeries;
import podium.core.metrics.QueryParser.Range;

class QueryAnswersTest {
    private static final String VECTOR = """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{"__name__":"DCGM_FI_DEV_GPU_UTIL","gpu":"1","UUID":"GPU-b","Hostname":"n1","instance":"10.0.0.1:9400",
            "container":"nvidia-dcgm-exporter","pod":"dcgm-x","namespace":"ops","exported_pod":"llm-0",
            "exported_namespace":"ml"},"value":[1773114089.184,"57"]},
          {"metric":{"__name__":"DCGM_FI_DEV_FB_USED","gpu":"1","UUID":"GPU-b","Hostname":"n1","instance":"10.0.0.1:9400",
            "container":"nvidia-dcgm-exporter","pod":"dcgm-x","namespace":"ops","exported_pod":"llm-0",
            "exported_namespace":"ml"},"value":[1773114089.184,"1024"]},
          {"metric":{"__name__":"up","job":"x"},"value":[1773114089.184,"1"]},
          {"metric":{"__name__":"DCGM_FI_DEV_GPU_TEMP","gpu":"0","UUID":"GPU-a"},"value":[1773114089.184,"NaN"]},
          {"metric":{"__name__":"DCGM_FI_DEV_GPU_TEMP","gpu":"0","UUID":"GPU-a"},"value":[1773114089.184,"hot"]},
          {"metric":{"__name__":"DCGM_FI_DEV_GPU_TEMP","gpu":"0","UUID":"GPU-a"},"value":["now","40"]},
          7, {"value":[1,"2"]}
        ]},"isPartial":false}\
        """;

    private static final String MATRIX = """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"__name__":"DCGM_FI_DEV_GPU_UTIL","gpu":"0","UUID":"GPU-a"},"values":[[100,"50"],[160,"75"],[220,"NaN"]]},
          {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","gpu":"0","UUID":"GPU-a"},"values":[[100,"0.25"]]},
          {"metric":{"__name__":"DCGM_FI_PROF_NVLINK_TX_BYTES","gpu":"0","UUID":"GPU-a"},"values":[[100,"5"],[160,"6"]]},
          {"metric":{"__name__":"DCGM_FI_PROF_NVLINK_RX_BYTES","gpu":"0","UUID":"GPU-a"},"values":[[100,"7"]]},
          {"metric":{"__name__":"hami_vgpu_memory_used_bytes","device_uuid":"GPU-a","pod":"p","namespace":"n"},
            "values":[[100,"7"]]}
        ]}}\
        """;

    private final QueryAnswers answers = new QueryAnswers();

    @Test
    void aVectorIsOneScrapeOfAllItsDevices() {
        Scrape scrape = answers.instant(bytes(VECTOR));
        DeviceSample gpu = scrape.samples().getFirst();
        assertEquals("GPU-b", gpu.uuid());
        assertEquals("n1", gpu.node());
        assertEquals(Optional.of("ml/llm-0"), gpu.pod());
        assertEquals(
                List.of(0.57, 1024.0 * (1 << 20)),
                gpu.values().stream().map(value -> value.value()).toList());
        assertEquals(2, scrape.samples().size());
        assertTrue(scrape.samples().getLast().values().isEmpty(), "NaN is not known");
    }

    @Test
    void whatIsNoSeriesOrNoPointCostsItselfAndIsCounted() {
        assertEquals(4, answers.instant(bytes(VECTOR)).brokenLines());
    }

    @Test
    void aMatrixGivesEachMetricOnceFromTheBestName() {
        Range range = answers.range(bytes(MATRIX));
        DeviceSeries activity = series(range, Metric.ACTIVITY);
        assertArrayEquals(new long[] {100_000}, activity.times());
        assertArrayEquals(new double[] {0.25}, activity.values());
        assertArrayEquals(
                new double[] {12, 6}, series(range, Metric.NVLINK_TRAFFIC).values());
        assertEquals(2, range.series().size());
        assertEquals(0, range.broken());
    }

    /** The holder is in the labels: each of them ends one series of the device and begins another. */
    @Test
    void thePastOfADeviceIsOneWhoeverHeldIt() {
        String held =
                "{\"metric\":{\"__name__\":\"DCGM_FI_DEV_GPU_UTIL\",\"gpu\":\"0\",\"UUID\":\"GPU-a\",%s},\"values\":[%s]}";
        Range range = answers.range(bytes("{\"status\":\"success\",\"data\":{\"result\":["
                + held.formatted("\"exported_pod\":\"b\",\"exported_namespace\":\"n\"", "[160,\"75\"],[220,\"80\"]")
                + ","
                + held.formatted("\"hpc_job\":\"1\"", "[280,\"5\"]") + ","
                + held.formatted("\"exported_pod\":\"a\",\"exported_namespace\":\"n\"", "[100,\"50\"],[160,\"75\"]")
                + "]}}"));
        DeviceSeries activity = series(range, Metric.ACTIVITY);
        assertEquals(1, range.series().size());
        assertArrayEquals(new long[] {100_000, 160_000, 220_000, 280_000}, activity.times());
        assertArrayEquals(new double[] {0.5, 0.75, 0.8, 0.05}, activity.values());
    }

    /** A MIG slice and a core of a Neuron device are a part of a device: memory adds up, activity is the device's. */
    @Test
    void thePartsOfADeviceAreOneSeriesOfIt() {
        Range range = answers.range(bytes("""
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"__name__":"DCGM_FI_DEV_FB_USED","gpu":"0","UUID":"GPU-a","GPU_I_ID":"1"},"values":[[100,"1"]]},
              {"metric":{"__name__":"DCGM_FI_DEV_FB_USED","gpu":"0","UUID":"GPU-a","GPU_I_ID":"2"},"values":[[100,"2"]]},
              {"metric":{"__name__":"neuroncore_utilization_ratio","instance_type":"inf2.xlarge","neuroncore":"0"},
                "values":[[100,"1"]]},
              {"metric":{"__name__":"neuroncore_utilization_ratio","instance_type":"inf2.xlarge","neuroncore":"1"},
                "values":[[100,"0.5"]]}
            ]}}\
            """));
        assertArrayEquals(
                new double[] {3 << 20}, series(range, Metric.MEMORY_USED).values());
        assertArrayEquals(new double[] {0.75}, series(range, Metric.ACTIVITY).values());
    }

    @Test
    void thePastOfADividedGpuIsThatOfItsSlicesByTheirSize() {
        Range range = answers.range(bytes("""
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","gpu":"0","UUID":"GPU-a","modelName":"NVIDIA A30",
                "GPU_I_ID":"1","GPU_I_PROFILE":"2g.12gb"},"values":[[100,"0.5"],[160,"1"]]},
              {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","gpu":"0","UUID":"GPU-a","modelName":"NVIDIA A30",
                "GPU_I_ID":"2","GPU_I_PROFILE":"1g.6gb"},"values":[[100,"1"]]}
            ]}}\
            """));
        assertArrayEquals(
                new double[] {0.5, 0.5}, series(range, Metric.ACTIVITY).values());
    }

    @Test
    void aQueryThatFailedSaysWhy() {
        String failed = "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"query timed out\"}";
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> answers.instant(bytes(failed)));
        assertEquals("the query failed: query timed out", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"status\":\"success\"", "null", "{\"status\":5}"})
    void whatIsNoAnswerIsRefusedInWords(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> answers.range(bytes(text)));
        assertTrue(e.getMessage().contains("Prometheus"), e.getMessage());
    }

    @Test
    void anAnswerWithoutAResultIsSaidToHaveNone() {
        for (String text :
                List.of("{\"status\":\"success\"}", "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\"}}")) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> answers.instant(bytes(text)));
            assertEquals("the answer of the Prometheus has no result", e.getMessage());
        }
    }

    @Test
    void aSeriesWithoutAValueIsCounted() {
        String text =
                "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{\"__name__\":\"DCGM_FI_DEV_GPU_TEMP\",\"gpu\":\"0\"}}]}}";
        assertEquals(1, answers.instant(bytes(text)).brokenLines());
    }

    @Test
    void anEmptyAnswerIsNoDevice() {
        String empty = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";
        assertEquals(new Scrape(List.of(), 0), answers.instant(bytes(empty)));
    }

    @Test
    void noDamageToAnAnswerDoesMoreThanRefuseIt() {
        Random random = new Random(5);
        for (String seed : List.of(VECTOR, MATRIX)) {
            for (int round = 0; round < 5_000; round++) {
                byte[] text = bytes(seed);
                for (int i = random.nextInt(5); i >= 0; i--) {
                    int at = random.nextInt(text.length);
                    switch (random.nextInt(3)) {
                        case 0 -> text[at] = (byte) random.nextInt(256);
                        case 1 -> text[at] = (byte) "{}[]\",:0".charAt(random.nextInt(8));
                        default -> text = Arrays.copyOf(text, Math.max(1, at));
                    }
                }
                byte[] damaged = text;
                try {
                    answers.instant(damaged);
                    answers.range(damaged);
                } catch (IllegalArgumentException refused) {
                    assertTrue(refused.getMessage().length() > 5);
                }
            }
        }
    }

    @Test
    void nodeMetricsAreSamplesOfTheNodeItself() throws IOException {
        Scrape scrape = answers.nodes(bytes("""
            {"kind":"NodeMetricsList","apiVersion":"metrics.k8s.io/v1beta1","metadata":{},"items":[
              {"metadata":{"name":"n1","creationTimestamp":"2026-01-01T00:00:00Z","labels":{"a":"b"}},
               "timestamp":"2026-01-01T00:00:00Z","window":"10.2s","usage":{"cpu":"12250913724n","memory":"98303068Ki"}},
              {"metadata":{"name":"n2"},"usage":{"cpu":"odd","memory":"1e3"}},
              {"usage":{"cpu":"1"}}, 5
            ]}\
            """));
        assertEquals(
                List.of("n1", "n2"),
                scrape.samples().stream().map(DeviceSample::node).toList());
        assertEquals(
                List.of(12.250913724, 98303068 * 1024.0),
                scrape.samples().getFirst().values().stream()
                        .map(v -> v.value())
                        .toList());
        assertEquals(
                List.of(1000.0),
                scrape.samples().getLast().values().stream().map(v -> v.value()).toList());
        assertEquals(3, scrape.brokenLines());
        assertThrows(IllegalArgumentException.class, () -> answers.nodes(bytes("{}")));
    }

    @ParameterizedTest
    @CsvSource({
        "100m,0.1",
        "1,1",
        "1.5,1.5",
        "2k,2000",
        "1Ki,1024",
        "0.5Gi,536870912",
        "1e3,1000",
        "1E3,1000",
        "3E,3e18",
        "5n,5e-9",
        "7u,7e-6",
        "-1,-1",
        "2M,2000000"
    })
    void quantitiesAreReadWithEverySuffix(String text, double value) {
        assertEquals(value, NodeMetricsJson.quantity(text).orElseThrow(), Math.abs(value) * 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ki", "x", "1x", "1 Ki", "--1", "1KiB"})
    void oddQuantitiesAreUnknown(String text) {
        assertEquals(OptionalDouble.empty(), NodeMetricsJson.quantity(text));
    }

    private static DeviceSeries series(Range range, Metric metric) {
        return range.series().stream()
                .filter(series -> series.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
