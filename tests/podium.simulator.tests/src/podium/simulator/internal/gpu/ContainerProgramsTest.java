// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scenario.SimulatedFleet;
import podium.simulator.store.ResourceTypes;

class ContainerProgramsTest {
    /** The rules between the columns of a row of nvidia-smi 580. */
    private static final List<Integer> EDGES = List.of(0, 42, 67, 90);

    @Test
    void theTableOfNvidiaSmiIsAsWideInEachLineAsTheRealOne() {
        SimulatedFleet fleet = SimulatedFleet.open("ai-factory", new RandomSource(1), Rig.START);
        try {
            ObjectNode pod = fleet.life().store().list(ResourceTypes.POD, "").stream()
                    .filter(one -> Json.name(one).startsWith("llm-70b-pretrain-0"))
                    .findFirst()
                    .orElseThrow();
            String out = new ContainerPrograms(fleet, new Exporters(fleet))
                    .run(pod, "nvidia-smi", List.of())
                    .orElseThrow();
            out.lines().forEach(line -> assertEquals(91, line.length(), line));
            List<String> rows = out.lines()
                    .filter(line -> line.contains("MiB /") || line.contains("Off |"))
                    .toList();
            assertEquals(16, rows.size(), out);
            rows.forEach(row -> EDGES.forEach(at -> assertEquals('|', row.charAt(at), row)));
            assertTrue(rows.getFirst().startsWith("|   0  NVIDIA H100 80GB HBM3"), rows.getFirst());
            assertTrue(rows.getFirst().contains("00000000:1B:00.0"), "as its exporter says: " + rows.getFirst());
        } finally {
            fleet.life().close();
        }
    }
}
