// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields a scenario file knows, section by section. */
final class ScenarioFields {

    static final Map<String, ScenarioFieldType> ROOT = Map.ofEntries(
            entry("description", ScenarioFieldType.TEXT),
            entry("age", ScenarioFieldType.DURATION),
            entry("resourceSlices", ScenarioFieldType.FLAG),
            entry("deviceClasses", ScenarioFieldType.MAP),
            entry("deviceTaints", ScenarioFieldType.LIST),
            entry("pools", ScenarioFieldType.LIST),
            entry("cordoned", ScenarioFieldType.LIST),
            entry("priorities", ScenarioFieldType.MAP),
            entry("namespaces", ScenarioFieldType.LIST),
            entry("secrets", ScenarioFieldType.LIST),
            entry("ingresses", ScenarioFieldType.LIST),
            entry("bindings", ScenarioFieldType.LIST),
            entry("workloads", ScenarioFieldType.LIST),
            entry("streams", ScenarioFieldType.LIST),
            entry("scaling", ScenarioFieldType.LIST),
            entry("faults", ScenarioFieldType.LIST));

    private static final Map<String, ScenarioFieldType> POOL = Map.of(
            "machine", ScenarioFieldType.TEXT,
            "racks", ScenarioFieldType.WHOLE,
            "nodes", ScenarioFieldType.WHOLE,
            "racksPerSpine", ScenarioFieldType.WHOLE,
            "name", ScenarioFieldType.TEXT,
            "address", ScenarioFieldType.TEXT,
            "labels", ScenarioFieldType.MAP,
            "taints", ScenarioFieldType.LIST,
            "slices", ScenarioFieldType.MAP);

    private static final Map<String, ScenarioFieldType> WORKLOAD = Map.ofEntries(
            entry("kind", ScenarioFieldType.TEXT),
            entry("name", ScenarioFieldType.TEXT),
            entry("namespace", ScenarioFieldType.TEXT),
            entry("labels", ScenarioFieldType.MAP),
            entry("pods", ScenarioFieldType.WHOLE),
            entry("podsPerNode", ScenarioFieldType.WHOLE),
            entry("podsPer100Nodes", ScenarioFieldType.WHOLE),
            entry("gpus", ScenarioFieldType.WHOLE),
            entry("cpus", ScenarioFieldType.AMOUNT),
            entry("memoryGi", ScenarioFieldType.AMOUNT),
            entry("resource", ScenarioFieldType.TEXT),
            entry("resources", ScenarioFieldType.MAP),
            entry("profile", ScenarioFieldType.TEXT),
            entry("age", ScenarioFieldType.DURATION),
            entry("duration", ScenarioFieldType.DURATION),
            entry("failsAt", ScenarioFieldType.SHARE),
            entry("exitCode", ScenarioFieldType.WHOLE),
            entry("gang", ScenarioFieldType.FLAG),
            entry("suspended", ScenarioFieldType.FLAG),
            entry("crashes", ScenarioFieldType.FLAG),
            entry("priority", ScenarioFieldType.TEXT),
            entry("image", ScenarioFieldType.TEXT),
            entry("gate", ScenarioFieldType.TEXT),
            entry("near", ScenarioFieldType.TEXT),
            entry("nodeSelector", ScenarioFieldType.MAP),
            entry("budget", ScenarioFieldType.MAP),
            entry("claim", ScenarioFieldType.MAP),
            entry("keep", ScenarioFieldType.DURATION));

    private static final Map<String, ScenarioFieldType> STREAM = with(
            WORKLOAD,
            Map.of(
                    "every", ScenarioFieldType.DURATION,
                    "atMost", ScenarioFieldType.WHOLE,
                    "heldBelow", ScenarioFieldType.AMOUNT,
                    "fails", ScenarioFieldType.SHARE));

    /** Fields of a stream that may hold a list to draw from. */
    static final Set<String> DRAWN = Set.of("pods", "gpus", "cpus", "memoryGi", "image", "duration");

    /** The fields of the entries of each section. */
    static final Map<String, Map<String, ScenarioFieldType>> SECTIONS = Map.of(
            "pools",
            POOL,
            "cordoned",
            Map.of("node", ScenarioFieldType.TEXT, "why", ScenarioFieldType.TEXT),
            "workloads",
            WORKLOAD,
            "streams",
            STREAM,
            "deviceTaints",
            Map.of(
                    "name", ScenarioFieldType.TEXT,
                    "node", ScenarioFieldType.TEXT,
                    "gpu", ScenarioFieldType.WHOLE,
                    "key", ScenarioFieldType.TEXT,
                    "value", ScenarioFieldType.TEXT,
                    "effect", ScenarioFieldType.TEXT),
            "secrets",
            Map.of(
                    "name", ScenarioFieldType.TEXT,
                    "namespace", ScenarioFieldType.TEXT,
                    "type", ScenarioFieldType.TEXT,
                    "data", ScenarioFieldType.MAP),
            "ingresses",
            Map.of(
                    "name", ScenarioFieldType.TEXT,
                    "namespace", ScenarioFieldType.TEXT,
                    "host", ScenarioFieldType.TEXT),
            "bindings",
            Map.of(
                    "name", ScenarioFieldType.TEXT,
                    "role", ScenarioFieldType.TEXT,
                    "namespace", ScenarioFieldType.TEXT,
                    "users", ScenarioFieldType.LIST,
                    "groups", ScenarioFieldType.LIST),
            "scaling",
            Map.of(
                    "name", ScenarioFieldType.TEXT,
                    "namespace", ScenarioFieldType.TEXT,
                    "from", ScenarioFieldType.WHOLE,
                    "to", ScenarioFieldType.WHOLE,
                    "every", ScenarioFieldType.DURATION),
            "faults",
            Map.of(
                    "kind", ScenarioFieldType.TEXT,
                    "node", ScenarioFieldType.TEXT,
                    "gpu", ScenarioFieldType.WHOLE,
                    "code", ScenarioFieldType.WHOLE,
                    "after", ScenarioFieldType.DURATION,
                    "lasts", ScenarioFieldType.DURATION));

    /** Fields that every entry of a section must have. */
    static final Map<String, Set<String>> REQUIRED = Map.of(
            "pools", Set.of("machine", "name"),
            "cordoned", Set.of("node"),
            "deviceTaints", Set.of("name", "node", "key"),
            "workloads", Set.of("name"),
            "streams", Set.of("name"),
            "secrets", Set.of("name", "namespace"),
            "ingresses", Set.of("name", "namespace", "host"),
            "bindings", Set.of("name", "role"),
            "scaling", Set.of("name", "namespace", "every", "from", "to"),
            "faults", Set.of("kind", "node"));

    private ScenarioFields() {}

    private static Map<String, ScenarioFieldType> with(
            Map<String, ScenarioFieldType> some, Map<String, ScenarioFieldType> more) {
        Map<String, ScenarioFieldType> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
