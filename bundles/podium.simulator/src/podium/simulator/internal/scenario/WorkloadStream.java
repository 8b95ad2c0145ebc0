// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import podium.simulator.internal.loop.RandomSource;

/**
 * Work that keeps arriving.
 *
 * @param pattern the file's entry; a field with a list is drawn from it, a duration with two lies between them
 * @param every the mean time between two arrivals
 * @param atMost how many of it may be there at once
 * @param heldBelow nothing arrives while a greater share of the accelerators is held
 */
record WorkloadStream(JsonNode pattern, Duration every, int atMost, double heldBelow) {

    private static final List<String> MODELS =
            List.of("llm-7b", "llm-13b", "vlm-8b", "code-34b", "moe-16b", "speech-2b", "vit-l", "diffusion-3b");
    private static final List<String> TREES =
            List.of("ash", "elm", "fir", "hazel", "holly", "larch", "linden", "oak", "pine", "willow", "yew", "spruce");

    static WorkloadStream parse(JsonNode node) {
        return new WorkloadStream(
                node,
                YamlFiles.duration(node.path("every").asText("1m")),
                node.path("atMost").asInt(Integer.MAX_VALUE),
                node.path("heldBelow").asDouble(1.1));
    }

    /** The name that all of its work begins with in its pattern, for counting. */
    String id() {
        return pattern.path("namespace").asText() + "/" + pattern.path("name").asText();
    }

    /** How long until the next: exponentially distributed, but at most five times the mean. */
    Duration gap(RandomSource seed) {
        double factor = Math.min(5, -Math.log(1 - seed.ratio()));
        return Duration.ofMillis(Math.max(1000, Math.round(every.toMillis() * factor)));
    }

    /** The next piece of work. */
    WorkloadSpec draw(RandomSource seed, int number) {
        ObjectNode drawn = pattern.deepCopy();
        for (String field : List.of("pods", "gpus", "cpus", "memoryGi", "image")) {
            JsonNode choices = drawn.path(field);
            if (choices.isArray()) {
                drawn.set(field, choices.get((int) (seed.of(field).ratio() * choices.size())));
            }
        }
        JsonNode duration = drawn.path("duration");
        if (duration.isArray()) {
            double low = YamlFiles.duration(duration.get(0).asText()).toSeconds();
            double high = YamlFiles.duration(duration.get(1).asText()).toSeconds();
            drawn.put("duration", Math.round(seed.of("duration").between(low, high)) + "s");
        }
        if (seed.of("fails").ratio() < drawn.path("fails").asDouble(0)) {
            drawn.put("failsAt", seed.of("when").between(0.05, 0.95));
            drawn.put("exitCode", seed.of("code").ratio() < 0.4 ? 137 : 1);
        }
        drawn.put("name", name(drawn.path("name").asText(), seed, number));
        return WorkloadSpec.parse(drawn);
    }

    private static String name(String pattern, RandomSource seed, int number) {
        return pattern.replace("{model}", pick(MODELS, seed.of("model")))
                .replace("{tree}", pick(TREES, seed.of("tree")))
                .replace("{n}", Integer.toString(number));
    }

    private static String pick(List<String> choices, RandomSource seed) {
        return choices.get((int) (seed.ratio() * choices.size()));
    }
}
