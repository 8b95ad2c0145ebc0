// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import podium.simulator.store.ResourceType;

/**
 * Takes away the fields that a kind of the server's own does not know. A real server decodes into its types, so that nothing else is
 * left (apimachinery pkg/runtime/serializer/json). Which those are is told by its OpenAPI.
 */
public final class BuiltInFields {
    private static final BuiltInFields KNOWN = new BuiltInFields();

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Map<String, String>> types = new HashMap<>();

    private BuiltInFields() {
        read().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(words -> {
                    if (words[0].endsWith(":")) {
                        Map<String, String> fields = new HashMap<>();
                        for (int i = 1; i < words.length; i++) {
                            String[] field = words[i].split("=");
                            fields.put(field[0], field.length > 1 ? field[1] : "");
                        }
                        types.put(words[0].substring(0, words[0].length() - 1), fields);
                    } else {
                        kinds.put(words[0] + " " + words[1], words[2]);
                    }
                });
    }

    private static String read() {
        try (InputStream file =
                Objects.requireNonNull(BuiltInFields.class.getResourceAsStream("built-in-fields.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prunes an object and returns the paths that were unknown, in the order of the object; of other kinds nothing is known. */
    public static List<String> prune(ResourceType type, ObjectNode object) {
        List<String> unknown = new ArrayList<>();
        String name = KNOWN.kinds.get(type.group() + "/" + type.version() + " " + type.kind());
        if (name != null) {
            KNOWN.prune(name, object, "", unknown);
        }
        return unknown;
    }

    private void prune(String type, ObjectNode object, String path, List<String> unknown) {
        Map<String, String> fields = types.getOrDefault(type, Map.of());
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            String where = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            String below = fields.get(field.getKey());
            if (below == null) {
                unknown.add(where);
                object.remove(field.getKey());
            } else if (!below.isEmpty()) {
                into(below, field.getValue(), where, unknown);
            }
        }
    }

    private void into(String type, JsonNode value, String path, List<String> unknown) {
        if (type.endsWith("[]")) {
            for (int i = 0; i < value.size(); i++) {
                into(type.substring(0, type.length() - 2), value.path(i), path + "[" + i + "]", unknown);
            }
        } else if (type.endsWith("{}")) {
            value.properties()
                    .forEach(entry -> into(
                            type.substring(0, type.length() - 2),
                            entry.getValue(),
                            path + "." + entry.getKey(),
                            unknown));
        } else if (value instanceof ObjectNode object) {
            prune(type, object, path, unknown);
        }
    }
}
