// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.testkit.Data;

/** Queues of Kueue, Volcano and KAI, and quotas, in one language. */
class QueueDecoderTest {
    private static final String GPU = "nvidia.com/gpu";

    private static Change.QueueSeen read(Function<JsonTree, List<Change>> meaning, String json) {
        return (Change.QueueSeen) meaning.apply(Data.tree(json)).getFirst();
    }

    private static Change.QueueSeen file(Function<JsonTree, List<Change>> meaning, String name) {
        return read(meaning, Data.fixture(QueueDecoderTest.class, "objects/" + name + ".json"));
    }

    @Test
    void theQuotaOfAClusterQueueIsTheSumOverItsFlavors() {
        Change.QueueSeen queue = file(QueueDecoder::clusterQueue, "clusterqueue");
        assertEquals(
                Map.of(GPU, 96L, "cpu", 500L, "memory", 1L << 40), queue.quota().toMap());
        assertEquals("ClusterQueue", queue.kind());
        assertEquals("", queue.namespace());
        assertEquals(3, queue.pending());
        assertEquals(2, queue.admitted());
        assertTrue(queue.active());
    }

    @Test
    void whatIsReservedCountsAsUsedBecauseNobodyElseCanHaveIt() {
        assertEquals(48, file(QueueDecoder::clusterQueue, "clusterqueue").used().get(GPU));
        assertEquals(16, read(QueueDecoder::clusterQueue, """
            {"status":{"flavorsUsage":[{"resources":[{"name":"nvidia.com/gpu","total":16}]}]}}\
            """).used().get(GPU));
    }

    @Test
    void theCohortIsReadUnderItsNewNameFirst() {
        assertEquals("all", file(QueueDecoder::clusterQueue, "clusterqueue").cohort());
        assertEquals(
                "old",
                read(QueueDecoder::clusterQueue, "{\"spec\":{\"cohort\":\"old\"}}")
                        .cohort());
    }

    @ParameterizedTest
    @CsvSource({
        "'',True,true",
        "None,True,true",
        "Hold,True,false",
        "HoldAndDrain,True,false",
        "None,False,false",
        "None,Unknown,true",
    })
    void aQueueIsActiveUnlessItIsStoppedOrSaysItIsNot(String stop, String condition, boolean active) {
        Change.QueueSeen queue = read(QueueDecoder::clusterQueue, """
            {"spec":{"stopPolicy":"%s"},"status":{"conditions":[{"type":"Active","status":"%s"}]}}\
            """.formatted(stop, condition));
        assertEquals(active, queue.active());
    }

    @Test
    void aLocalQueueHasNoQuotaOfItsOwnAndPointsToItsClusterQueue() {
        Change.QueueSeen queue = file(QueueDecoder::localQueue, "localqueue");
        assertEquals("cq", queue.cohort());
        assertTrue(queue.quota().isEmpty());
        assertEquals(8, queue.used().get(GPU), "a count given as text is a count");
        assertEquals("team", queue.namespace());
        assertEquals(5, queue.admitted());
    }

    @Test
    void aVolcanoQueueDeservesBeforeItIsCapable() {
        Change.QueueSeen queue = file(QueueDecoder::volcano, "volcanoqueue");
        assertEquals(Map.of(GPU, 16L), queue.quota().toMap());
        assertEquals("root", queue.cohort());
        assertEquals(2, queue.pending());
        assertEquals(4, queue.admitted());
        assertEquals(
                Map.of("cpu", 100_000L),
                read(QueueDecoder::volcano, "{\"spec\":{\"capability\":{\"cpu\":\"100\"}}}")
                        .quota()
                        .toMap());
    }

    @ParameterizedTest
    @CsvSource({"Open,true", "'',true", "Closed,false", "Closing,false", "Unknown,false"})
    void aVolcanoQueueIsActiveWhileItIsOpen(String state, boolean active) {
        assertEquals(
                active,
                read(QueueDecoder::volcano, "{\"status\":{\"state\":\"" + state + "\"}}")
                        .active());
    }

    @Test
    void kaiWritesMemoryInMegabytesAndNoLimitAsMinusOne() {
        Change.QueueSeen queue = file(QueueDecoder::kai, "kaiqueue");
        assertEquals(Map.of(GPU, 24L, "memory", 2_000_000_000L), queue.quota().toMap());
        assertFalse(queue.quota().has("cpu"), "-1 is no quota, not a negative one");
        assertEquals(7, queue.used().get(GPU));
        assertEquals("root", queue.cohort());
    }

    @Test
    void aQuotaBeyondTheRangeIsTheLargestThereIs() {
        long memory = read(QueueDecoder::kai, "{\"spec\":{\"resources\":{\"memory\":{\"quota\":9223372036854775807}}}}")
                .quota()
                .get("memory");
        assertTrue(memory > 9_000_000_000_000_000_000L, "" + memory);
    }

    @Test
    void aResourceQuotaCountsRequestsByTheirBareNamesAndLeavesLimitsOut() {
        Change.QueueSeen quota = file(QueueDecoder::quota, "quota");
        assertEquals(Map.of(GPU, 8L, "pods", 50L), quota.quota().toMap(), "what is in force, not what was asked");
        assertEquals(Map.of(GPU, 6L, "pods", 7L), quota.used().toMap());
        assertEquals("ResourceQuota", quota.kind());
    }

    @Test
    void aQuotaNotYetInForceShowsWhatWasAsked() {
        assertEquals(
                Map.of(GPU, 16L),
                read(QueueDecoder::quota, "{\"spec\":{\"hard\":{\"requests.nvidia.com/gpu\":\"16\"}}}")
                        .quota()
                        .toMap());
    }

    @Test
    void whatIsNoQuantityIsLeftOutOfTheSum() {
        assertEquals(
                Map.of(GPU, 4L), read(QueueDecoder::clusterQueue, """
                    {"spec":{"resourceGroups":[{"flavors":[{"resources":[
                    {"name":"nvidia.com/gpu","nominalQuota":"4"},{"name":"cpu","nominalQuota":"many"},null]}]}]}}\
                    """).quota().toMap());
    }
}
