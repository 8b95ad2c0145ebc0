// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields a scenario file knows, section by section. */
final class ScenarioFields {

    static final Map<String, FieldRule> ROOT = Map.ofEntries(
            entry("description", FieldRule.TEXT),
            entry("age", FieldRule.DURATION),
            entry("resourceSlices", FieldRule.FLAG),
            entry("deviceClasses", FieldRule.MAP),
            entry("deviceTaints", FieldRule.LIST),
            entry("pools", FieldRule.LIST),
            entry("cordoned", FieldRule.LIST),
            entry("priorities", FieldRule.MAP),
            entry("namespaces", FieldRule.LIST),
            entry("workloads", FieldRule.LIST),
            entry("streams", FieldRule.LIST),
            entry("scaling", FieldRule.LIST),
            entry("faults", FieldRule.LIST));

    private static final Map<String, FieldRule> POOL = Map.of(
            "machine", FieldRule.TEXT,
            "racks", FieldRule.WHOLE,
            "nodes", FieldRule.WHOLE,
            "racksPerSpine", FieldRule.WHOLE,
            "name", FieldRule.TEXT,
            "address", FieldRule.TEXT,
            "labels", FieldRule.MAP,
            "taints", FieldRule.LIST,
            "slices", FieldRule.MAP);

    private static final Map<String, FieldRule> WORKLOAD = Map.ofEntries(
            entry("kind", FieldRule.TEXT),
            entry("name", FieldRule.TEXT),
            entry("namespace", FieldRule.TEXT),
            entry("pods", FieldRule.WHOLE),
            entry("podsPerNode", FieldRule.WHOLE),
            entry("podsPer100Nodes", FieldRule.WHOLE),
            entry("gpus", FieldRule.WHOLE),
            entry("cpus", FieldRule.AMOUNT),
            entry("memoryGi", FieldRule.AMOUNT),
            entry("resource", FieldRule.TEXT),
            entry("resources", FieldRule.MAP),
            entry("profile", FieldRule.TEXT),
            entry("age", FieldRule.DURATION),
            entry("duration", FieldRule.DURATION),
            entry("failsAt", FieldRule.SHARE),
            entry("exitCode", FieldRule.WHOLE),
            entry("gang", FieldRule.FLAG),
            entry("suspended", FieldRule.FLAG),
            entry("crashes", FieldRule.FLAG),
            entry("priority", FieldRule.TEXT),
            entry("image", FieldRule.TEXT),
            entry("gate", FieldRule.TEXT),
            entry("near", FieldRule.TEXT),
            entry("nodeSelector", FieldRule.MAP),
            entry("budget", FieldRule.MAP),
            entry("claim", FieldRule.MAP),
            entry("keep", FieldRule.DURATION));

    private static final Map<String, FieldRule> STREAM = with(
            WORKLOAD,
            Map.of(
                    "every", FieldRule.DURATION,
                    "atMost", FieldRule.WHOLE,
                    "heldBelow", FieldRule.AMOUNT,
                    "fails", FieldRule.SHARE));

    /** Fields of a stream that may hold a list to draw from. */
    static final Set<String> DRAWN = Set.of("pods", "gpus", "cpus", "memoryGi", "image", "duration");

    /** The fields of the entries of each section. */
    static final Map<String, Map<String, FieldRule>> SECTIONS = Map.of(
            "pools",
            POOL,
            "cordoned",
            Map.of("node", FieldRule.TEXT, "why", FieldRule.TEXT),
            "workloads",
            WORKLOAD,
            "streams",
            STREAM,
            "deviceTaints",
            Map.of(
                    "name", FieldRule.TEXT,
                    "node", FieldRule.TEXT,
                    "gpu", FieldRule.WHOLE,
                    "key", FieldRule.TEXT,
                    "value", FieldRule.TEXT,
                    "effect", FieldRule.TEXT),
            "scaling",
            Map.of(
                    "name", FieldRule.TEXT,
                    "namespace", FieldRule.TEXT,
                    "from", FieldRule.WHOLE,
                    "to", FieldRule.WHOLE,
                    "every", FieldRule.DURATION),
            "faults",
            Map.of(
                    "kind", FieldRule.TEXT,
                    "node", FieldRule.TEXT,
                    "gpu", FieldRule.WHOLE,
                    "code", FieldRule.WHOLE,
                    "after", FieldRule.DURATION,
                    "lasts", FieldRule.DURATION));

    /** Fields that every entry of a section must have. */
    static final Map<String, Set<String>> REQUIRED = Map.of(
            "pools", Set.of("machine", "name"),
            "cordoned", Set.of("node"),
            "deviceTaints", Set.of("name", "node", "key"),
            "workloads", Set.of("name"),
            "streams", Set.of("name"),
            "scaling", Set.of("name", "namespace", "every", "from", "to"),
            "faults", Set.of("kind", "node"));

    private ScenarioFields() {}

    private static Map<String, FieldRule> with(Map<String, FieldRule> some, Map<String, FieldRule> more) {
        Map<String, FieldRule> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
