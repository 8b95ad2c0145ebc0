// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import podium.core.submit.Manifest.At;
import podium.core.submit.Manifest.Flaw;
import podium.kubernetes.internal.write.Trees;
import podium.kubernetes.internal.yaml.Scalars;
import podium.kubernetes.internal.yaml.YamlNodes;

/** One YAML document as JSON: aliases and merge keys are resolved, a key that comes twice is an error with its line. */
final class YamlText {
    /** Values in one document; a few aliases can stand for billions. */
    private static final int MOST = 500_000;

    private static final int DEEPEST = 200;
    private final String source;
    private final int document;
    private int values;

    YamlText(String source, int document) {
        this.source = source;
        this.document = document;
    }

    JsonNode json(Node node) throws Malformed {
        return json(node, 0);
    }

    private JsonNode json(Node node, int depth) throws Malformed {
        if (++values > MOST || depth > DEEPEST) {
            throw malformed(
                    node, "The document is too large: its aliases stand for too much.", "Write out what is needed.");
        }
        return switch (node) {
            case ScalarNode scalar -> Scalars.of(scalar);
            case SequenceNode sequence -> {
                ArrayNode array = Trees.array();
                for (Node element : sequence.getValue()) {
                    array.add(json(element, depth + 1));
                }
                yield array;
            }
            case MappingNode mapping -> object(mapping, depth);
            default -> throw malformed(node, "This cannot be read.", "Write it as text, list or mapping.");
        };
    }

    private ObjectNode object(MappingNode mapping, int depth) throws Malformed {
        ObjectNode object = Trees.object();
        ObjectNode merged = Trees.object();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                throw malformed(field.getKeyNode(), "A key is not a word.", "Write it as name: value.");
            }
            String name = key.getValue();
            JsonNode value = json(field.getValueNode(), depth + 1);
            if (name.equals("<<") && key.isPlain()) {
                merge(value, merged);
            } else {
                Integer before = lines.put(name, YamlNodes.line(key));
                if (before != null) {
                    throw malformed(
                            key, "The key \"" + name + "\" is here and in line " + before + ".", "Keep one of them.");
                }
                object.set(name, value);
            }
        }
        merged.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
        return object;
    }

    /** The first of several goes before the others (YAML merge key, yaml.org/type/merge.html). */
    private static void merge(JsonNode value, ObjectNode into) {
        if (value.isArray()) {
            value.forEach(one -> merge(one, into));
        } else {
            value.properties().forEach(field -> into.putIfAbsent(field.getKey(), field.getValue()));
        }
    }

    At at(Node node) {
        return new At(source, document, YamlNodes.line(node));
    }

    private Malformed malformed(Node node, String problem, String advice) {
        return new Malformed(new Flaw(at(node), problem, advice));
    }
}
