// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.Quantity;

/**
 * What containers use of processor and memory: a part of what they ask for that changes with each minute. One that waits to be
 * started again uses nothing.
 *
 * @param cpu in thousandths of a core
 * @param memory in bytes
 */
public record ResourceUse(long cpu, long memory) {

    /** Of a container that asks for nothing. */
    private static final long LITTLE_CPU = 20;

    private static final long LITTLE_MEMORY = 64 << 20;

    /** What all containers of a pod use at a time. */
    public static ResourceUse of(ObjectNode pod, Instant time) {
        ResourceUse sum = new ResourceUse(0, 0);
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            sum = sum.plus(of(pod, container, time));
        }
        return sum;
    }

    /** What one container uses at a time. */
    public static ResourceUse of(ObjectNode pod, JsonNode container, Instant time) {
        String name = Json.text(container, "name");
        for (JsonNode status : Json.at(pod, "status", "containerStatuses")) {
            if (Json.text(status, "name").equals(name)
                    && Json.at(status, "state", "waiting").isObject()) {
                return new ResourceUse(0, 0);
            }
        }
        RandomSource seed = new RandomSource(0).of(Json.uid(pod)).of(name);
        RandomSource now = seed.of(time.truncatedTo(ChronoUnit.MINUTES).getEpochSecond());
        String cpu = Json.text(container, "resources", "requests", "cpu");
        String memory = Json.text(container, "resources", "requests", "memory");
        long cores = cpu.isEmpty() ? LITTLE_CPU : Quantity.milli(cpu);
        long bytes = memory.isEmpty() ? LITTLE_MEMORY : Quantity.value(memory);
        double busy = seed.of("cpu").between(0.3, 0.8) + now.of("cpu").between(-0.08, 0.08);
        double full = seed.of("memory").between(0.45, 0.85) + now.of("memory").between(-0.02, 0.02);
        return new ResourceUse(Math.round(cores * busy), Math.round(bytes * full));
    }

    /** Both together. */
    public ResourceUse plus(ResourceUse other) {
        return new ResourceUse(cpu + other.cpu, memory + other.memory);
    }

    /** As metrics-server writes it. */
    public ObjectNode json() {
        return Json.object("cpu", cpu * 1_000_000 + "n", "memory", memory / 1024 + "Ki");
    }
}
