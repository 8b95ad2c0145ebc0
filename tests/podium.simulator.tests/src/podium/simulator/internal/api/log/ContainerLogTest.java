// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;

class ContainerLogTest {
    private static String crashed(String limits) throws IOException {
        ObjectNode pod = Json.object("kind", "Pod");
        Json.with(pod, "metadata").put("uid", "u");
        ObjectNode container = (ObjectNode) new ObjectMapper()
                .readTree("{\"name\":\"main\",\"image\":\"loader\",\"resources\":{\"limits\":" + limits + "}}");
        Instant end = Rig.START.plusSeconds(20);
        ContainerLog log =
                new ContainerLog(new ContainerRun(pod, container, 0, Rig.START, Optional.of(end), 1, "Error"));
        return LongStream.range(0, log.count(end)).mapToObj(log::text).collect(Collectors.joining("\n"));
    }

    @Test
    void onlyWhatHasAGpuDiesOfIt() throws IOException {
        String loader = crashed("{\"cpu\":\"8\"}");
        assertTrue(loader.contains("NoSuchBucket"), loader);
        assertFalse(loader.contains("CUDA") || loader.contains("completions"), loader);
        assertTrue(crashed("{\"nvidia.com/gpu\":\"1\"}").contains("CUDA error"));
    }

    @Test
    void aLogIsTheSameWheneverItIsRead() throws IOException {
        assertEquals(crashed("{}"), crashed("{}"));
    }
}
