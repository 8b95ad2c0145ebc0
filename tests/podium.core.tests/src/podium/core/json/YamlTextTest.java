// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
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
}
