// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.kubernetes.testkit.Truth;
import podium.model.value.Resources;

/** A pod that is being resized in place counts as the scheduler counts it: the larger of what is asked for and what it has. */
class ResizedPodTest {
    private static Resources requests(String conditions, String spec, String status) {
        String json = """
            {"metadata":{"name":"p","namespace":"t"},
            "spec":{"containers":[{"name":"a","resources":{"requests":{"cpu":"1","memory":"1Gi"}}},
              {"name":"b","resources":{"requests":{"cpu":"2"}}}]%s},
            "status":{"phase":"Running","conditions":[%s],"containerStatuses":[
              {"name":"b","restartCount":0,"resources":{"requests":{"cpu":"500m"}},"state":{"running":{}}},
              {"name":"a","restartCount":0,"allocatedResources":{"cpu":"4"},
               "resources":{"requests":{"cpu":"3","memory":"512Mi"}},"state":{"running":{}}}]%s}}\
            """.formatted(spec, conditions, status);
        return requests(json);
    }

    private static Resources requests(String json) {
        return ((Change.PodSeen) Truth.decode(Truth.kind("pods"), new Kind.Shared(), json)
                        .changes()
                        .getFirst())
                .spec()
                .requests();
    }

    private static String condition(String type, String status, String reason) {
        return "{\"type\":\"" + type + "\",\"status\":\"" + status + "\",\"reason\":\"" + reason + "\"}";
    }

    @Test
    void whileItIsUnderWayTheLargerOfBothCountsContainerByContainer() {
        assertEquals(
                Resources.parse("cpu=6000,memory=" + (1L << 30)),
                requests(condition("PodResizeInProgress", "True", ""), "", ""));
        assertEquals(
                Resources.parse("cpu=6000,memory=" + (1L << 30)),
                requests(condition("PodResizePending", "True", "Deferred"), "", ""));
    }

    @Test
    void whatTheNodeCanNeverGiveDoesNotCount() {
        assertEquals(
                Resources.parse("cpu=4500,memory=" + (512L << 20)),
                requests(condition("PodResizePending", "True", "Infeasible"), "", ""));
    }

    @Test
    void theLargerCountsAlsoBeforeTheKubeletHasSaidThatItResizes() {
        Resources larger = Resources.parse("cpu=6000,memory=" + (1L << 30));
        assertEquals(larger, requests(condition("Ready", "True", ""), "", ""));
        assertEquals(larger, requests("", "", ""));
        assertEquals(
                Resources.parse("cpu=9000,memory=" + (1L << 30)),
                requests(
                        "",
                        ",\"resources\":{\"requests\":{\"cpu\":\"8\"}}",
                        ",\"resources\":{\"requests\":{\"cpu\":\"9\"}}"));
    }

    @Test
    void whatIsOnlyAllocatedAndNotYetHadSaysNothing() {
        Resources spec = Resources.parse("cpu=1000");
        for (String status : List.of("", ",\"allocatedResources\":{\"cpu\":\"4\"}")) {
            String json = """
                {"metadata":{"name":"p","namespace":"t"},
                "spec":{"containers":[{"name":"a","resources":{"requests":{"cpu":"1"}}}]},
                "status":{"phase":"Running","containerStatuses":[{"name":"a"%s}]}}\
                """.formatted(status);
            assertEquals(spec, requests(json));
        }
    }

    @Test
    void amountsOfThePodAsAWholeAreResizedToo() {
        assertEquals(
                Resources.parse("cpu=9000,memory=" + (1L << 30)),
                requests(
                        condition("PodResizeInProgress", "True", ""),
                        ",\"resources\":{\"requests\":{\"cpu\":\"8\"}}",
                        ",\"resources\":{\"requests\":{\"cpu\":\"9\"}}"));
    }
}
