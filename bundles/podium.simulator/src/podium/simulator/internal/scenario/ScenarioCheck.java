// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import podium.simulator.texts.Texts;

/** Says what is wrong with a scenario file before anything is built of it: the file, the field, and what is wanted. */
final class ScenarioCheck {

    private static final Set<String> WORK = Set.of("job", "deployment", "statefulset", "pod");
    private static final Set<String> FAULTS = Set.of("xid", "broken", "thermal", "node-down");
    private static final Set<String> TAINTS = Set.of("None", "NoSchedule", "NoExecute");
    private static final Set<String> CLUSTER_PRIORITIES = Set.of("system-cluster-critical", "system-node-critical");

    private final String file;
    private final JsonNode root;
    private final HardwareCatalog hardware;
    private final Set<String> nodes = new HashSet<>();

    private ScenarioCheck(String file, JsonNode root, HardwareCatalog hardware) {
        this.file = file;
        this.root = root;
        this.hardware = hardware;
    }

    /**
     * Checks a file.
     *
     * @param file its name, for the message
     * @throws IllegalArgumentException at the first thing that is wrong, naming file, field and cure
     */
    static void check(String file, JsonNode root, HardwareCatalog hardware) {
        new ScenarioCheck(file, root, hardware).run();
    }

    private void run() {
        if (!root.isObject()) {
            throw new IllegalArgumentException(Texts.of("ScenarioCheck.holdsNoScenario", file));
        }
        fields("", root, ScenarioFields.ROOT, Set.of());
        if (root.path("pools").isEmpty()) {
            throw wrong("pools", it -> Texts.of("ScenarioCheck.isMissingAFleet", it));
        }
        root.path("priorities")
                .properties()
                .forEach(entry -> value("priorities." + entry.getKey(), entry.getValue(), ScenarioFieldType.SIGNED));
        for (String section : List.of(
                "pools",
                "cordoned",
                "workloads",
                "streams",
                "scaling",
                "faults",
                "deviceTaints",
                "secrets",
                "ingresses",
                "bindings")) {
            int number = 0;
            for (JsonNode entry : root.path(section)) {
                entry(section, section + "[" + number++ + "]", entry);
            }
        }
    }

    private void entry(String section, String path, JsonNode entry) {
        if (!entry.isObject()) {
            throw wrong(path, it -> Texts.of("ScenarioCheck.mustBeAMap", it, entry));
        }
        boolean stream = section.equals("streams");
        fields(
                path + ".",
                entry,
                ScenarioFields.SECTIONS.getOrDefault(section, Map.of()),
                stream ? ScenarioFields.DRAWN : Set.of());
        for (String required : new TreeSet<>(ScenarioFields.REQUIRED.getOrDefault(section, Set.of()))) {
            if (entry.path(required).asText("").isEmpty()) {
                throw wrong(path + "." + required, it -> Texts.of("ScenarioCheck.isMissing", it));
            }
        }
        switch (section) {
            case "pools" -> pool(path, entry);
            case "workloads", "streams" -> work(path, entry);
            case "cordoned" -> knownNode(path, entry);
            case "deviceTaints" -> {
                oneOf(path + ".effect", entry.path("effect").asText("NoSchedule"), TAINTS);
                knownNode(path, entry);
            }
            case "faults" -> {
                oneOf(path + ".kind", entry.path("kind").asText(), FAULTS);
                knownNode(path, entry);
            }
            default -> {}
        }
    }

    private void pool(String path, JsonNode entry) {
        for (NodePool.Place place : places(path, entry)) {
            String name = place.fill(entry.path("name").asText());
            if (!nodes.add(name)) {
                throw wrong(path + ".name", it -> Texts.of("ScenarioCheck.givesTwoNodesTheName", it, name));
            }
        }
    }

    private List<NodePool.Place> places(String path, JsonNode entry) {
        try {
            return NodePool.parse(entry, hardware).places();
        } catch (ArithmeticException none) {
            throw wrong(path + ".racksPerSpine", it -> Texts.of("ScenarioCheck.mustBeOneOrMore", it));
        } catch (IllegalArgumentException unknown) {
            throw wrong(path + ".machine", it -> Texts.of("ScenarioCheck.names", it, unknown.getMessage()));
        }
    }

    private void work(String path, JsonNode entry) {
        oneOf(path + ".kind", entry.path("kind").asText("job"), WORK);
        String priority = entry.path("priority").asText("");
        if (!priority.isEmpty() && !root.path("priorities").has(priority) && !CLUSTER_PRIORITIES.contains(priority)) {
            throw wrong(
                    path + ".priority", it -> Texts.of("ScenarioCheck.namesWhichIsNotUnderPriorities", it, priority));
        }
        JsonNode claim = entry.path("claim");
        String claimed = claim.path("class").asText("");
        if (!claim.isMissingNode() && !root.path("deviceClasses").has(claimed)) {
            throw wrong(
                    path + ".claim.class",
                    it -> Texts.of("ScenarioCheck.namesWhichIsNotUnderDeviceclasses", it, claimed));
        }
    }

    private void knownNode(String path, JsonNode entry) {
        String node = entry.path("node").asText();
        if (!nodes.contains(node)) {
            throw wrong(path + ".node", it -> Texts.of("ScenarioCheck.namesWhichNoPool", it, node, some(nodes)));
        }
    }

    private void oneOf(String path, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw wrong(
                    path,
                    it -> Texts.of("ScenarioCheck.mustBeOneOfNot", it, String.join(", ", new TreeSet<>(known)), value));
        }
    }

    private void fields(String prefix, JsonNode object, Map<String, ScenarioFieldType> known, Set<String> drawn) {
        object.properties().forEach(field -> {
            ScenarioFieldType rule = known.get(field.getKey());
            String path = prefix + field.getKey();
            if (rule == null) {
                throw wrong(
                        path,
                        it -> Texts.of(
                                "ScenarioCheck.isNotKnownKnown", it, String.join(", ", new TreeSet<>(known.keySet()))));
            }
            if (drawn.contains(field.getKey()) && field.getValue().isArray()) {
                drawn(path, field.getValue(), rule);
            } else {
                value(path, field.getValue(), rule);
            }
        });
    }

    private void drawn(String path, JsonNode choices, ScenarioFieldType rule) {
        boolean bounds = rule == ScenarioFieldType.DURATION;
        if (choices.isEmpty() || bounds && choices.size() != 2) {
            throw wrong(
                    path,
                    it -> bounds
                            ? Texts.of("ScenarioCheck.mustBeTwoDurations", it)
                            : Texts.of("ScenarioCheck.mustNotBeEmpty", it));
        }
        choices.forEach(choice -> value(path, choice, rule));
    }

    private void value(String path, JsonNode value, ScenarioFieldType rule) {
        if (!rule.allows(value)) {
            JsonNode shown = value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
            throw wrong(path, it -> rule.objection(it, shown));
        }
    }

    private static String some(Set<String> names) {
        List<String> first = new TreeSet<>(names).stream().limit(6).toList();
        return String.join(", ", first) + (names.size() > first.size() ? ", ..." : "");
    }

    private IllegalArgumentException wrong(String path, UnaryOperator<String> words) {
        return new IllegalArgumentException(file + ": " + words.apply(path));
    }
}
