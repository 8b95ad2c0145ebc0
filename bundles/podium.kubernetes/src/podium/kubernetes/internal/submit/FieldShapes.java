// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import podium.kubernetes.internal.yaml.YamlNodes;

/**
 * Fields that are a mapping or a list in every kind of object with pods, whatever its version, where a manifest has something else in
 * their place. Nothing of such an object can be pinned or held, and the API server would refuse it.
 */
final class FieldShapes {
    /** Of the metadata, which all kinds have. */
    private static final String METADATA = "metadata";

    private static final Set<String> MAPPINGS = Set.of(METADATA, "spec", "nodeSelector", "affinity");
    private static final Set<String> LISTS =
            Set.of("containers", "initContainers", "tolerations", "volumes", "imagePullSecrets", "schedulingGates");
    private static final Set<String> OF_METADATA = Set.of("labels", "annotations");
    /** What lies in these is whatever its author likes. */
    private static final Set<String> OPAQUE =
            Set.of("data", "stringData", "binaryData", "properties", "arguments", "raw", "labels", "annotations");

    /** What a field should be. */
    enum Shape {
        MAPPING,
        LIST
    }

    /**
     * One that is of another shape.
     *
     * @param path from the top, with dots
     * @param line in the text; 0: that of its document
     */
    record Misshapen(String path, Shape wanted, int line) {
        boolean ofMetadata() {
            return path.equals(METADATA) || path.startsWith(METADATA + ".");
        }
    }

    private final List<Misshapen> found = new ArrayList<>();

    /** Those of a YAML document, with their lines. */
    static List<Misshapen> of(Node document) {
        FieldShapes shapes = new FieldShapes();
        shapes.walk(document, "", 0);
        return shapes.found;
    }

    /** Those of an object that was JSON. */
    static List<Misshapen> of(JsonNode object) {
        FieldShapes shapes = new FieldShapes();
        shapes.walk(object, "");
        return shapes.found;
    }

    private void walk(Node node, String path, int depth) {
        if (depth > 60) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple field : mapping.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key) {
                    String at = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    Node value = field.getValueNode();
                    boolean nothing = value instanceof ScalarNode scalar
                            && scalar.isPlain()
                            && Set.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
                    check(at, key.getValue(), nothing, value instanceof MappingNode, value instanceof SequenceNode)
                            .ifPresent(wanted -> found.add(new Misshapen(at, wanted, YamlNodes.line(key))));
                    if (!OPAQUE.contains(key.getValue())) {
                        walk(value, at, depth + 1);
                    }
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> walk(element, path + "[]", depth + 1));
        }
    }

    private void walk(JsonNode node, String path) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            JsonNode value = field.getValue();
            check(at, field.getKey(), value.isNull(), value.isObject(), value.isArray())
                    .ifPresent(wanted -> found.add(new Misshapen(at, wanted, 0)));
            if (!OPAQUE.contains(field.getKey())) {
                walk(value, at);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, path + "[]"));
        }
    }

    /** What it should be; empty: it is. */
    private static Optional<Shape> check(String path, String name, boolean nothing, boolean mapping, boolean list) {
        boolean isMapping =
                MAPPINGS.contains(name) || OF_METADATA.contains(name) && path.endsWith(METADATA + "." + name);
        if (nothing) {
            return Optional.empty();
        }
        return isMapping && !mapping
                ? Optional.of(Shape.MAPPING)
                : LISTS.contains(name) && !list ? Optional.of(Shape.LIST) : Optional.empty();
    }
}
