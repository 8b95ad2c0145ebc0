// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Trees as YAML for people, in block style, with keys in the order of kubectl. Pure; any thread. */
public final class YamlText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .build();

    private YamlText() {}

    /** The tree, with a line end behind it; an empty one is an empty text. */
    public static String of(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty()
                ? ""
                : escaped(new Dump(SETTINGS, new Scalars()).dumpToString(ordered(node)));
    }

    private static @Nullable Object ordered(JsonNode node) {
        if (node.isArray()) {
            List<@Nullable Object> all = new ArrayList<>();
            node.forEach(one -> all.add(ordered(one)));
            return all;
        } else if (node.isObject()) {
            Map<String, @Nullable Object> all = new TreeMap<>(KeyOrder::compare);
            node.properties().forEach(field -> all.put(field.getKey(), ordered(field.getValue())));
            return all;
        }
        return MAPPER.convertValue(node, Object.class);
    }

    /** One text as a value, in quotes where it would be read as something else without. */
    public static String scalar(String text) {
        return of(TextNode.valueOf(text)).stripTrailing();
    }

    /** How many blanks stand before what a line says. */
    public static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** What would hide or rearrange its line is within quotes, where it can be seen and is read back as it was. */
    private static String escaped(String yaml) {
        return HiddenCharacters.replaced(yaml, YamlText::hidden, HiddenCharacters::escape);
    }

    private static boolean hidden(int c) {
        return c != '\n' && c != '\t' && HiddenCharacters.is(c);
    }

    /**
     * An object as the server has it, without managedFields.
     *
     * @throws IllegalArgumentException when it is no JSON, or a Secret, which is never shown
     */
    public static String object(String json) {
        JsonNode root = shown(json);
        if (root.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return of(root).stripTrailing();
    }

    /**
     * An object as the server has it, with managedFields.
     *
     * @throws IllegalArgumentException as {@link #object}
     */
    public static String whole(String json) {
        return of(shown(json)).stripTrailing();
    }

    /**
     * An object as people write it, without managedFields and status.
     *
     * @throws IllegalArgumentException as {@link #object}
     */
    public static String authored(String json) {
        JsonNode root = shown(json);
        if (root instanceof ObjectNode object) {
            object.remove("status");
            object.withObject("/metadata").remove("managedFields");
        }
        return of(root);
    }

    private static JsonNode shown(String json) {
        JsonNode root = Json.read(json);
        if ("Secret".equals(root.path("kind").asText())) {
            throw new IllegalArgumentException("a Secret is not shown");
        }
        return root;
    }

    /** Text stays plain where YAML 1.1 and 1.2 both read it as itself; of several lines it is a block, unless something in it hides. */
    private static final class Scalars extends StandardRepresenter {
        private static final Pattern PLAIN =
                Pattern.compile("[A-Za-z0-9_./]([A-Za-z0-9_./@ -]*[A-Za-z0-9_./@-])?(?::[A-Za-z0-9_./@-]+)*");
        private static final Pattern OTHER_TYPE =
                Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|~|[0-9.+-][^/]*");

        Scalars() {
            super(SETTINGS);
            representers.put(String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
        }

        private static ScalarStyle style(String text) {
            if (text.codePoints().anyMatch(YamlText::hidden)) {
                return ScalarStyle.DOUBLE_QUOTED;
            }
            if (text.indexOf('\n') >= 0) {
                return ScalarStyle.LITERAL;
            }
            return PLAIN.matcher(text).matches() && !OTHER_TYPE.matcher(text).matches()
                    ? ScalarStyle.PLAIN
                    : ScalarStyle.DOUBLE_QUOTED;
        }
    }
}
