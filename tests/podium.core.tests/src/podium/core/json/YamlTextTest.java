// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import podium.core.text.CleanText;

class YamlTextTest {
    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \u202e txt.exe",
                "zero\u200bwidth",
                "\u2066isolate\u2069",
                "two\nlines \u202e of them\n",
                "windows\r\nline ends\r\n",
                "tag \udb40\udc41",
                "bell\u0007 and \u0085 next",
                "\ufeffmark",
                "separated\u2028line"
            })
    void whatHidesIsShownAsAnEscapeAndReadBackAsItWas(String text) {
        String yaml = YamlText.of(Json.object().put(text, "v").put("value", text));
        assertTrue(yaml.lines().allMatch(line -> CleanText.clean(line).equals(line)), () -> "still hidden in " + yaml);
        assertEquals(Map.of(text, "v", "value", text), read(yaml));
    }

    @Test
    void aBidirectionalOverrideIsNamed() {
        ObjectNode node = Json.object().put("note", "x\u202ey");
        assertEquals("note: \"x\\u202ey\"\n", YamlText.of(node));
    }

    @Test
    void lettersOfAllScriptsStayAsTheyAreAndLinesABlock() {
        String text = "Gr\u00fc\u00dfe \u4f60\u597d\n  indented\n";
        String yaml = YamlText.of(Json.object().put("note", text));
        assertEquals("note: |\n  Gr\u00fc\u00dfe \u4f60\u597d\n    indented\n", yaml);
        assertEquals(Map.of("note", text), read(yaml));
    }

    @Test
    void aLineBeginsBehindItsBlanksAndAnEmptyOneBehindNone() {
        assertEquals(4, YamlText.indent("    - name: a b "));
        assertEquals(0, YamlText.indent("spec:"));
        assertEquals(0, YamlText.indent(""));
    }

    /** As {@code kubectl create configmap --dry-run=client -o yaml} of 1.36.2 wrote them. */
    @Test
    void keysAreInTheOrderOfKubectlAtAllDepths() {
        List<String> order = List.of(
                ("-x .z _y 1 2 02 10 A a-1 a.b a_b a00 a1 a1-b a01 a001 a2 a10 a100 aB ab b node-1.x node-2 node-10"
                                + " node.1 nodeA")
                        .split(" "));
        List<String> mixed = new ArrayList<>(order);
        Collections.shuffle(mixed, new Random(7));
        ObjectNode data = Json.object();
        mixed.forEach(key -> data.put(key, "v"));
        assertEquals(
                order,
                YamlText.of(data)
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(':')).replace("\"", ""))
                        .toList());
        ObjectNode object = Json.object().put("kind", "Pod").put("apiVersion", "v1");
        object.putArray("items").addObject().put("name", "b").put("image", "a");
        object.putObject("metadata").put("name", "b").put("labels", "a");
        assertEquals(
                "apiVersion: v1\nitems:\n- image: a\n  name: b\nkind: Pod\nmetadata:\n  labels: a\n  name: b\n",
                YamlText.of(object));
    }
}
