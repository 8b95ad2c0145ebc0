// SPDX-License-Identifier: Apache-2.0
package podium.operation.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object's JSON, or a patch's, without its secrets: values of environment variables, of fields and annotations named as secrets
 * are, arguments that carry one, objects within annotations (last-applied-configuration), all of a Secret's data. In the place of
 * each stands a mark. One use, one thread.
 */
public final class Redaction {
    /** Stands where a secret was. */
    public static final String MARK = SecretHeuristics.MARK;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> SECRET_DATA = Set.of("data", "stringData", "binaryData");

    private final Set<String> values = new LinkedHashSet<>();
    private final String text;

    private Redaction(String body) {
        Optional<JsonNode> tree = tree(body);
        String clean = tree.isEmpty()
                ? SecretHeuristics.isSecret(body) ? taken(body) : body
                : (isPatch(tree.get()) ? patch(tree.get()) : value("", tree.get())).toString();
        text = values.isEmpty() ? body : clean;
    }

    /** Takes the secrets out of a JSON text; of one that is none, all or nothing. */
    public static Redaction of(String json) {
        return new Redaction(json);
    }

    /** The value of one field, named by a JSON pointer, without its secrets. */
    public static String field(String pointer, String value) {
        Redaction none = new Redaction("");
        JsonNode node = tree(value).filter(JsonNode::isContainerNode).orElseGet(() -> TextNode.valueOf(value));
        JsonNode clean = none.at(pointer.split("/", -1), node);
        return none.values.isEmpty() ? value : clean.isTextual() ? clean.asText() : clean.toString();
    }

    /** True for a text that had secrets, which are not in it. */
    public static boolean isRedacted(String text) {
        return text.contains(SecretHeuristics.MARK);
    }

    /** The text; as it was where it has none. */
    public String text() {
        return text;
    }

    /** True when something was taken out. */
    public boolean changed() {
        return !values.isEmpty();
    }

    /** What was taken out. */
    public Set<String> values() {
        return Set.copyOf(values);
    }

    private static Optional<JsonNode> tree(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPatch(JsonNode tree) {
        return tree.isArray()
                && !tree.isEmpty()
                && tree.get(0).has("op")
                && tree.get(0).has("path");
    }

    /** JSON Patch (RFC 6902): each value by where its path leads. */
    private JsonNode patch(JsonNode operations) {
        ArrayNode clean = MAPPER.createArrayNode();
        for (JsonNode operation : operations) {
            ObjectNode copy = operation.deepCopy();
            if (copy.has("value")) {
                copy.set("value", at(copy.path("path").asText().split("/", -1), copy.path("value")));
            }
            clean.add(copy);
        }
        return clean;
    }

    private JsonNode at(String[] path, JsonNode value) {
        String last = path.length == 0 ? "" : name(path[path.length - 1]);
        String before = path.length < 2 ? "" : name(path[path.length - 2]);
        String above = path.length < 3 ? "" : name(path[path.length - 3]);
        if (last.equals("value") && isIndex(before) && above.equals("env")) {
            return mark(value);
        }
        if (before.equals("env") && !isIndex(last) && value.isValueNode()) {
            return mark(value);
        }
        return isIndex(last) ? item(before, value) : value(last, value);
    }

    private static String name(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    private static boolean isIndex(String segment) {
        return segment.equals("-") || !segment.isEmpty() && segment.chars().allMatch(Character::isDigit);
    }

    private JsonNode value(String name, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object, name.equals("env"));
            case ArrayNode array -> array(name, array);
            case TextNode leaf when SecretHeuristics.isSecretName(name) -> mark(leaf);
            case NumericNode leaf when SecretHeuristics.isSecretName(name) -> mark(leaf);
            case TextNode leaf -> leaf(leaf);
            default -> node;
        };
    }

    /** @param variables true for variables by name, as some kinds have them */
    private JsonNode object(ObjectNode object, boolean variables) {
        ObjectNode clean = MAPPER.createObjectNode();
        boolean secret = object.path("kind").asText().equals("Secret");
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            boolean all = secret && SECRET_DATA.contains(field.getKey());
            clean.set(
                    field.getKey(),
                    all || variables && field.getValue().isValueNode()
                            ? mark(field.getValue())
                            : value(field.getKey(), field.getValue()));
        }
        return clean;
    }

    private JsonNode array(String name, ArrayNode array) {
        ArrayNode clean = MAPPER.createArrayNode();
        boolean follows = false;
        for (JsonNode item : array) {
            clean.add(follows && item.isTextual() ? mark(item) : item(name, item));
            follows = item.isTextual() && SecretHeuristics.isFlag(item.asText());
        }
        return clean;
    }

    private JsonNode item(String name, JsonNode item) {
        if (!name.equals("env") || !(item instanceof ObjectNode variable)) {
            return value(SecretHeuristics.isSecretName(name) ? name : "", item);
        }
        ObjectNode clean = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : variable.properties()) {
            clean.set(
                    field.getKey(),
                    field.getKey().equals("value") ? mark(field.getValue()) : value(field.getKey(), field.getValue()));
        }
        return clean;
    }

    /** A text may be an object of its own, as kubectl's last-applied-configuration is. */
    private JsonNode leaf(TextNode leaf) {
        Optional<JsonNode> within = tree(leaf.asText()).filter(JsonNode::isContainerNode);
        if (within.isPresent()) {
            int before = values.size();
            JsonNode clean = value("", within.get());
            return values.size() == before ? leaf : TextNode.valueOf(clean.toString());
        }
        return SecretHeuristics.isSecret(leaf.asText()) ? mark(leaf) : leaf;
    }

    private JsonNode mark(JsonNode secret) {
        if (secret.isContainerNode()) {
            secret.forEach(this::mark);
            return TextNode.valueOf(SecretHeuristics.MARK);
        }
        if (secret.isNull() || secret.asText().isEmpty() || secret.asText().equals(SecretHeuristics.MARK)) {
            return secret;
        }
        return TextNode.valueOf(taken(secret.asText()));
    }

    private String taken(String secret) {
        values.add(secret);
        return SecretHeuristics.MARK;
    }

    /** A text in which none of these values stands; short ones, which stand in many words by chance, are left. */
    public static String scrub(String text, List<String> values) {
        String clean = text;
        for (String value : values) {
            clean = value.length() >= SHORTEST && clean.contains(value)
                    ? clean.replace(value, SecretHeuristics.MARK)
                    : clean;
        }
        return clean;
    }

    /** Of a value that is looked for in other texts. */
    public static final int SHORTEST = 8;
}
