// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;

/** One YAML document as JSON: aliases and merge keys are resolved, a key that comes twice is an error with its line. */
public final class YamlTree {
    /** Values in one document; a few aliases can stand for billions. */
    private static final int MOST = 500_000;

    private static final int DEEPEST = 200;
    private int values;

    /** The document under a node. */
    public JsonNode json(Node node) throws YamlFlaw {
        return json(node, 0);
    }

    private JsonNode json(Node node, int depth) throws YamlFlaw {
        if (++values > MOST || depth > DEEPEST) {
            throw malformed(
                    node,
                    Texts.of("YamlTree.theDocumentIsTooLarge"),
                    line -> Texts.of("YamlTree.theDocumentIsTooLargeInLine", line),
                    Texts.of("YamlTree.writeOutWhatIsNeeded"));
        }
        return switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.BINARY) -> text(scalar);
            case ScalarNode scalar -> Scalars.of(scalar);
            case SequenceNode sequence -> {
                ArrayNode array = Trees.array();
                for (Node element : sequence.getValue()) {
                    array.add(json(element, depth + 1));
                }
                yield array;
            }
            case MappingNode mapping -> object(mapping, depth);
            default ->
                throw malformed(
                        node,
                        Texts.of("YamlTree.thisCannotBeRead"),
                        line -> Texts.of("YamlTree.cannotBeReadInLine", line),
                        Texts.of("YamlTree.writeItAsText"));
        };
    }

    /** What stands there in base64, as kubectl takes it (go-yaml v2, resolve.go): JSON has nothing but text for it. */
    private static JsonNode text(ScalarNode binary) throws YamlFlaw {
        try {
            byte[] bytes = Base64.getDecoder().decode(binary.getValue().replaceAll("\\s", ""));
            return TextNode.valueOf(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed(
                    binary,
                    Texts.of("YamlTree.binaryIsNoText"),
                    line -> Texts.of("YamlTree.binaryIsNoTextInLine", line),
                    Texts.of("YamlTree.putItIntoBinaryData"));
        }
    }

    private ObjectNode object(MappingNode mapping, int depth) throws YamlFlaw {
        ObjectNode object = Trees.object();
        ObjectNode merged = Trees.object();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            if (!(field.getKeyNode() instanceof ScalarNode key)) {
                throw malformed(
                        field.getKeyNode(),
                        Texts.of("YamlTree.aKeyIsNotAWord"),
                        line -> Texts.of("YamlTree.aKeyIsNotAWordInLine", line),
                        Texts.of("YamlTree.writeItAsName"));
            }
            String name = key.getValue();
            JsonNode value = json(field.getValueNode(), depth + 1);
            if (name.equals("<<") && key.isPlain()) {
                merge(value, merged);
            } else {
                Integer before = lines.put(name, YamlNodes.line(key));
                if (before != null) {
                    throw malformed(
                            key,
                            Texts.of("YamlTree.theKeyIsHere", name, before),
                            line -> Texts.of("YamlTree.theKeyIsInLine", line, name, before),
                            Texts.of("YamlTree.keepOneOfThem"));
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

    private static YamlFlaw malformed(Node node, String problem, IntFunction<String> inLine, String advice) {
        int line = YamlNodes.line(node);
        return new YamlFlaw(line, YamlNodes.column(node), problem, inLine.apply(line), advice);
    }
}
