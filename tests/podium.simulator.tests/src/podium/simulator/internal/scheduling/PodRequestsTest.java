// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodRequestsTest {

    private static Map<String, Long> of(String spec) throws Exception {
        JsonNode node = new YAMLMapper().readTree(spec);
        return PodRequests.ofPod(node);
    }

    private static String container(String cpu) {
        return "{name: c, resources: {requests: {cpu: " + cpu + "}}}";
    }

    @Test
    void containersAddUp() throws Exception {
        Map<String, Long> sum = of("{containers: [" + container("500m") + ", " + container("2") + "]}");
        assertEquals(Map.of("cpu", 2500L, "pods", 1L), sum);
    }

    @Test
    void limitsStandInForRequestsThatAreMissing() throws Exception {
        Map<String, Long> sum =
                of("{containers: [{resources: {limits: {nvidia.com/gpu: 4, cpu: 8}, requests: {cpu: 2}}}]}");
        assertEquals(4L, sum.get("nvidia.com/gpu"));
        assertEquals(2000L, sum.get("cpu"));
    }

    @Test
    void theBiggestInitContainerCountsWhereItNeedsMore() throws Exception {
        assertEquals(
                4000L,
                of("{initContainers: [" + container("4") + ", " + container("3") + "], containers: [" + container("1")
                                + "]}")
                        .get("cpu"));
    }

    @Test
    void sidecarsRunBesideEverythingThatStartsAfterThem() throws Exception {
        String sidecar = "{name: s, restartPolicy: Always, resources: {requests: {cpu: 1}}}";
        assertEquals(
                3000L,
                of("{initContainers: [" + sidecar + "], containers: [" + container("2") + "]}")
                        .get("cpu"));
        assertEquals(
                6000L,
                of("{initContainers: [" + sidecar + ", " + container("5") + "], containers: [" + container("2") + "]}")
                        .get("cpu"));
        assertEquals(
                5000L,
                of("{initContainers: [" + container("5") + ", " + sidecar + "], containers: [" + container("2") + "]}")
                        .get("cpu"));
    }

    @Test
    void overheadComesOnTop() throws Exception {
        assertEquals(
                1250L,
                of("{overhead: {cpu: 250m}, containers: [" + container("1") + "]}")
                        .get("cpu"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "500m, 500",
        "0.1, 100",
        "1e3, 1000000",
        "2k, 2000000",
        "1Ki, 1024000",
        "100u, 1",
        "1n, 1",
        "0, 0"
    })
    void quantitiesInThousandths(String text, long milli) {
        assertEquals(milli, Quantity.milli(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1Gi, 1073741824",
        "1.5Gi, 1610612736",
        "64M, 64000000",
        "1E, 1000000000000000000",
        "100m, 1",
        "2015Gi, 2163589775360"
    })
    void quantitiesInUnitsRoundUp(String text, long value) {
        assertEquals(value, Quantity.value(text));
    }

    @Test
    void whatIsNoQuantityIsRefused() {
        assertThrows(NumberFormatException.class, () -> Quantity.value("many"));
        assertThrows(NumberFormatException.class, () -> Quantity.value("1Xi"));
    }
}
