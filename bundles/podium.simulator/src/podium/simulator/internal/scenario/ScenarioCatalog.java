// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import podium.simulator.texts.Texts;

/** The scenarios there are, by name or as a file. */
public final class ScenarioCatalog {

    /** Those that come with the simulator. */
    public static final List<String> NAMES = List.of("ai-factory", "nvl72", "mixed", "edge", "dra");

    private static final int LARGEST_WORKLOAD = 128;

    private final YamlFiles yaml = new YamlFiles();
    private final HardwareCatalog hardware;

    ScenarioCatalog(HardwareCatalog hardware) {
        this.hardware = hardware;
    }

    /**
     * Finds a scenario.
     *
     * @param name a name of {@link #NAMES}, {@code scale N} for that many nodes, or the path of a YAML file
     * @throws IllegalArgumentException if it is none of these, saying which there are, or if the file is wrong, saying
     *     where and what it should be
     */
    Scenario find(String name) {
        String[] words = name.strip().split("\\s+");
        if (words.length == 2 && words[0].equals("scale") && words[1].matches("[1-9]\\d{0,5}")) {
            return scale(Integer.parseInt(words[1]));
        }
        Optional<JsonNode> known = NAMES.contains(name) ? yaml.resource(name + ".yaml") : Optional.empty();
        if (known.isPresent()) {
            return Scenario.parse(name, known.get(), hardware);
        }
        Path path = Path.of(name);
        if (name.endsWith(".yaml") && Files.isReadable(path)) {
            String file = path.getFileName().toString();
            JsonNode read = yaml.file(path);
            ScenarioCheck.check(file, read, hardware);
            return Scenario.parse(file, read, hardware);
        }
        throw unknown(name);
    }

    /** What a scenario is: how many machines, how many accelerators in them, and a line about it. */
    public record Summary(String name, int nodes, int accelerators, String about) {}

    /** What those that come with the simulator are, in the order of {@link #NAMES}. */
    public static List<Summary> summaries() {
        ScenarioCatalog catalog = new ScenarioCatalog(new HardwareCatalog());
        return NAMES.stream().map(catalog::summary).toList();
    }

    private Summary summary(String name) {
        JsonNode file = yaml.resource(name + ".yaml").orElseThrow();
        int nodes = 0;
        int accelerators = 0;
        for (NodePool pool : Scenario.parse(name, file, hardware).pools()) {
            int machines = pool.places().size();
            nodes += machines;
            accelerators += machines * pool.machine().count();
        }
        return new Summary(name, nodes, accelerators, file.path("description").asText());
    }

    static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                Texts.of("ScenarioCatalog.unknownScenarioKnownScale", name, String.join(", ", NAMES)));
    }

    /** Racks of 16 nodes; every GPU node can hold pods enough for ten pods per node. */
    private Scenario scale(int nodes) {
        ObjectNode file = yaml.resource("scale.yaml").orElseThrow().deepCopy();
        ObjectNode pool = (ObjectNode) file.path("pools").path(0);
        int perRack = Math.min(nodes, pool.path("nodes").asInt(16));
        int full = nodes / perRack;
        pool.put("racks", full).put("nodes", perRack);
        int rest = nodes - full * perRack;
        if (rest > 0) {
            ObjectNode more = pool.deepCopy().put("racks", 1).put("nodes", rest);
            more.put("address", "10.19.{hi}.{lo}");
            int spine = full / pool.path("racksPerSpine").asInt(1) + 1;
            more.put("name", placed(pool.path("name"), full + 1, spine));
            ObjectNode labels = more.withObjectProperty("labels");
            pool.path("labels")
                    .properties()
                    .forEach(label -> labels.put(label.getKey(), placed(label.getValue(), full + 1, spine)));
            file.withArrayProperty("pools").add(more);
        }
        ArrayNode parts = file.arrayNode();
        file.path("workloads").forEach(workload -> split((ObjectNode) workload, nodes, parts));
        file.set("workloads", parts);
        return Scenario.parse("scale " + nodes, file, hardware);
    }

    private static String placed(JsonNode pattern, int rack, int spine) {
        return pattern.asText().replace("{rack}", Integer.toString(rack)).replace("{spine}", Integer.toString(spine));
    }

    /** As many pods as the nodes are for, in workloads of a size that people submit. */
    private static void split(ObjectNode workload, int nodes, ArrayNode parts) {
        int perNode = workload.path("podsPerNode").asInt(0);
        int per100 = workload.path("podsPer100Nodes").asInt(0);
        int left = Math.max(1, perNode * nodes + per100 * nodes / 100);
        for (int part = 1; left > 0; part++) {
            int pods = Math.min(left, LARGEST_WORKLOAD);
            ObjectNode copy = workload.deepCopy().put("pods", pods);
            parts.add(copy.put("name", workload.path("name").asText() + "-" + part));
            left -= pods;
        }
    }
}
