// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.kubernetes.testkit.Truth;
import podium.model.value.TaskGroup;

/** What an AppWrapper asks for, before and after its controller has written its pod sets. In the likeness of kueue's example. */
class AppWrapperShapeTest {
    private static final String POD =
            "{\"spec\":{\"containers\":[{\"name\":\"c\",\"resources\":{\"requests\":{\"nvidia.com/gpu\":\"%d\"}}}]}}";

    private static Change.WorkloadSeen read(String component) {
        return (Change.WorkloadSeen) Truth.decode(
                        Truth.kind("appwrappers.workload.codeflare.dev"),
                        new Kind.Shared(),
                        "{\"metadata\":{\"name\":\"w\",\"namespace\":\"ml\"},\"spec\":{\"components\":[" + component
                                + "]}}")
                .changes()
                .getFirst();
    }

    @Test
    void whatItWrapsIsCountedBeforeAnybodyWroteItsPodSets() {
        Change.WorkloadSeen seen =
                read("{\"template\":{\"apiVersion\":\"kubeflow.org/v1\",\"kind\":\"PyTorchJob\",\"metadata\":"
                        + "{\"name\":\"train\"},\"spec\":{\"pytorchReplicaSpecs\":{\"Master\":{\"replicas\":1,\"template\":"
                        + POD.formatted(1) + "},\"Worker\":{\"replicas\":3,\"template\":" + POD.formatted(8) + "}}}}}");
        assertEquals(4, seen.wanted());
        assertEquals(
                List.of(1L, 8L),
                seen.groups().stream()
                        .map(TaskGroup::spec)
                        .map(spec -> spec.requests().get("nvidia.com/gpu"))
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsNoKnownKindAsksForNothing() {
        assertEquals(
                0,
                read("{\"template\":{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"s\"}}}")
                        .wanted());
        assertEquals(
                0,
                read("{\"template\":{\"apiVersion\":\"workload.codeflare.dev/v1beta2\",\"kind\":\"AppWrapper\"}}")
                        .wanted());
    }
}
