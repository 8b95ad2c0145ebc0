// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.core.fleet.GpuShares;
import podium.core.fleet.PodShares;
import podium.kubernetes.testkit.Data;

/** What a pod asks of its node, by the rule of the scheduler. */
class PodRequestsTest {
    private static Map<String, Long> of(String spec) {
        return PodRequests.effective(Data.tree(spec)).toMap();
    }

    private static String container(String more, String requests) {
        return "{" + more + "\"resources\":{\"requests\":{" + requests + "}}}";
    }

    private static String cpu(String amount) {
        return container("", "\"cpu\":\"" + amount + "\"");
    }

    private static String sidecar(String amount) {
        return container("\"restartPolicy\":\"Always\",", "\"cpu\":\"" + amount + "\"");
    }

    @Test
    void containersAreAddedUp() {
        assertEquals(Map.of("cpu", 3000L), of("{\"containers\":[" + cpu("1") + "," + cpu("2") + "]}"));
    }

    @Test
    void initContainersRunOneByOneSoTheLargestCounts() {
        assertEquals(
                Map.of("cpu", 5000L),
                of("{\"containers\":[" + cpu("1") + "],\"initContainers\":[" + cpu("5") + "," + cpu("4") + "]}"));
        assertEquals(
                Map.of("cpu", 6000L),
                of("{\"containers\":[" + cpu("6") + "],\"initContainers\":[" + cpu("5") + "]}"),
                "not added to the containers");
    }

    @Test
    void aSidecarRunsBesideTheContainers() {
        assertEquals(
                Map.of("cpu", 3000L),
                of("{\"containers\":[" + cpu("2") + "],\"initContainers\":[" + sidecar("1") + "]}"));
    }

    @Test
    void anInitContainerRunsBesideTheSidecarsStartedBeforeItOnly() {
        assertEquals(
                Map.of("cpu", 6000L),
                of("{\"containers\":[" + cpu("1") + "],\"initContainers\":[" + sidecar("1") + "," + cpu("5") + "]}"));
        assertEquals(
                Map.of("cpu", 5000L),
                of("{\"containers\":[" + cpu("1") + "],\"initContainers\":[" + cpu("5") + "," + sidecar("1") + "]}"));
    }

    @Test
    void theOverheadOfTheRuntimeIsAdded() {
        assertEquals(
                Map.of("cpu", 1250L, "memory", 120L << 20),
                of("{\"containers\":[" + cpu("1") + "],\"overhead\":{\"cpu\":\"250m\",\"memory\":\"120Mi\"}}"));
    }

    @Test
    void aLimitWithoutARequestIsOneAndARequestWinsOverALimit() {
        assertEquals(
                Map.of("cpu", 500L, "nvidia.com/gpu", 8L),
                of("{\"containers\":[{\"resources\":{\"limits\":{\"cpu\":\"4\",\"nvidia.com/gpu\":8},"
                        + "\"requests\":{\"cpu\":\"500m\"}}}]}"));
    }

    @Test
    void amountsForThePodReplaceTheSumOfCpuMemoryAndHugePagesOnly() {
        String containers = "\"containers\":[" + container("", "\"cpu\":\"8\",\"nvidia.com/gpu\":\"2\"") + "]";
        assertEquals(
                Map.of("cpu", 4000L, "hugepages-2Mi", 2L << 20, "nvidia.com/gpu", 2L),
                of("{\"resources\":{\"requests\":{\"cpu\":\"4\",\"hugepages-2Mi\":\"2Mi\",\"nvidia.com/gpu\":\"9\"}},"
                        + containers + "}"));
    }

    @Test
    void aPodThatAsksForNothingAsksForNothing() {
        assertEquals(Map.of(), of("{}"));
        assertEquals(Map.of(), of("{\"containers\":[{},null,5,{\"resources\":[]}]}"));
    }

    @Test
    void fractionsAreRoundedUpSoThatAPodNeverSeemsToFitWhereItDoesNot() {
        assertEquals(Map.of("cpu", 1L), of("{\"containers\":[" + cpu("100u") + "]}"));
        assertEquals(Map.of("memory", 2L), of("{\"containers\":[" + container("", "\"memory\":\"1500m\"") + "]}"));
    }

    @Test
    void whatEachContainerAsksOfSingleDevicesIsKeptBesideTheSum() {
        String one = container("", "\"nvidia.com/gpu\":\"1\",\"nvidia.com/gpumem\":\"4000\"");
        String two = "{\"resources\":{\"limits\":{\"nvidia.com/gpu\":\"2\",\"nvidia.com/gpucores\":\"30\"}}}";
        GpuShares first = new GpuShares(1, 4000, 1000, 0);
        GpuShares second = new GpuShares(2, 0, 1000, 30);
        PodShares pod = PodShares.of(PodRequests.shares(Data.tree(
                "{\"containers\":[" + one + "," + cpu("1") + "," + two + "],\"initContainers\":[" + two + "]}")));
        assertEquals(new PodShares(List.of(first, second), List.of(second)), pod);
        assertEquals(
                Map.of(),
                PodRequests.shares(Data.tree("{\"containers\":[" + one + "]}")).toMap());
    }
}
