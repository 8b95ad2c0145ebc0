// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.kubernetes.testkit.Truth;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskGroup;

/** A SparkApplication is a driver and its executors, each sized as Spark sizes them. */
class SparkShapeTest {
    private static Change.WorkloadSeen read(String spec, String status) {
        String json = "{\"metadata\":{\"name\":\"etl\",\"namespace\":\"data\"},\"spec\":" + spec + ",\"status\":"
                + status + "}";
        return (Change.WorkloadSeen)
                Truth.decode(Truth.kind("sparkapplications.sparkoperator.k8s.io"), new Kind.Shared(), json)
                        .changes()
                        .getFirst();
    }

    private static final String SPEC = """
        {"mode":"cluster","nodeSelector":{"pool":"spark"},
         "driver":{"cores":1,"coreLimit":"1200m","memory":"512m"},
         "executor":{"instances":4,"cores":8,"memory":"16g","memoryOverhead":"2g",
           "nodeSelector":{"pool":"gpu"},"gpu":{"name":"nvidia.com/gpu","quantity":2}}}\
        """;

    private static TaskGroup group(Change.WorkloadSeen seen, String name) {
        return seen.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void driverAndExecutorsAreSizedInBinaryUnitsWithWhatLiesBesideTheHeap() {
        Change.WorkloadSeen seen = read(SPEC, "{}");
        assertEquals(5, seen.wanted());
        TaskGroup driver = group(seen, "driver");
        assertEquals((512L + 384) << 20, driver.spec().requests().get(Resources.MEMORY));
        assertEquals(1000, driver.spec().requests().get(Resources.CPU));
        assertEquals(Labels.of("pool", "spark"), driver.spec().nodeSelector());
        TaskGroup executors = group(seen, "executor");
        assertEquals(4, executors.tasks());
        assertEquals(18L << 30, executors.spec().requests().get(Resources.MEMORY));
        assertEquals(2, executors.spec().requests().get("nvidia.com/gpu"));
        assertEquals(Labels.of("pool", "gpu"), executors.spec().nodeSelector());
        assertEquals(
                executors.spec(),
                Objects.requireNonNull(seen.template().orElse(null)),
                "what asks for most speaks for it");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED,Complete,0",
        "FAILED,Failed,0",
        "SUBMISSION_FAILED,Failed,5",
    })
    void itsStateStandsForTheConditionsThatItDoesNotHave(String state, String condition, int wanted) {
        Change.WorkloadSeen seen = read(
                SPEC,
                "{\"applicationState\":{\"state\":\"" + state + "\",\"errorMessage\":\"out of memory\"},"
                        + "\"terminationTime\":\"2026-02-01T08:00:00Z\"}");
        assertTrue(seen.conditions().holds(condition));
        assertEquals(wanted, seen.wanted());
        assertEquals("Failed".equals(condition) ? "out of memory" : "", seen.reason());
    }

    @Test
    void anySizeOrNoneIsReadWithoutHarm() {
        for (String size : new String[] {"", "lots", "-1g", "999999999999g", "1.5g", "12"}) {
            Change.WorkloadSeen seen =
                    read("{\"driver\":{\"memory\":\"" + size + "\"},\"executor\":{\"memory\":\"" + size + "\"}}", "{}");
            assertEquals(2, seen.wanted(), size);
        }
        assertEquals(
                1,
                read("{\"suspend\":true,\"executor\":{\"instances\":0}}", "{}").wanted());
    }
}
