// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.operation.object.ObjectActionCompiler.Flaw;

class EditedYamlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`kind: Pod\n\tname: x`|2|This line is indented with a tab.",
                "`a: b: c`|1|A second colon stands in this line.",
                "`a: [1, 2`|1|The [ in this line is never closed.",
                "`a: \"b`|1|A quote that opens in this line is never closed.",
                "`a:\n  b: 1\n c: 2`|3|The line is not indented like those above it.",
                "`a: *b`|1|An alias (*) names nothing.",
                "`a: 1\na: 2`|2|The key \"a\" is here and in line 1.",
                "`a: @b`|1|A value cannot begin with @.",
                "`a: 1\n---\nb: 2`|3|A second document begins here.",
                "`- a`|1|This is not an object.",
                "`a: !!binary \"?\"`|1|This !!binary value is no text in base64.",
                "`a: !!binary //79`|1|This !!binary value is no text in base64.",
                "``|1|It is empty."
            })
    void aFlawNamesLineAndColumnInWordsOfOurs(String text, int line, String problem) {
        Flaw flaw = EditedYaml.read(text).flaw().orElseThrow();
        assertEquals(problem, flaw.problem());
        assertTrue(Math.abs(line - flaw.line()) <= 1, flaw.words());
        assertTrue(flaw.column() >= 1, flaw.words());
    }

    /** The good line below was blamed. */
    @ParameterizedTest
    @ValueSource(
            strings = {"kind: A\nspec:\n  minRe\n  replicas: 3\n", "kind: A\nspec:\n  minRe\n  replicas:\n    a: 3\n"})
    void aKeyWithoutItsColonIsNamedAtItsOwnLine(String text) {
        Flaw flaw = EditedYaml.read(text).flaw().orElseThrow();
        assertEquals("A key has no colon.", flaw.problem());
        assertEquals(3, flaw.line());
        assertEquals(3, flaw.column());
    }

    @Test
    void whatIsMarkedAsBinaryIsTheTextThatItStandsForAsForKubectl() {
        assertEquals(
                "{\"a\":\"hello\"}",
                EditedYaml.read("a: !!binary |\n  aGVs\n  bG8=").object().toString());
    }

    /** What kubectl makes of the same (go-yaml v2, resolve.go); without its tag 8080 was a number where a text must be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!!str 8080|\"8080\"",
                "!!str yes|\"yes\"",
                "!!str|\"\"",
                "! 5|\"5\"",
                "!own 5|\"5\"",
                "!!int \"5\"|5",
                "!!bool true|true",
                "0b11|3",
                "yes|true",
                "'yes'|\"yes\"",
                "~|null"
            })
    void aTagSaysWhatAValueIs(String written, String value) {
        assertEquals(
                "{\"a\":" + value + "}",
                EditedYaml.read("a: " + written).object().toString());
    }

    @Test
    void noTextMakesItFailAnotherWay() {
        String good = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, labels: {"x/y": 'z'}}
            data:
              script: |
                if [ -f a ]; then
              list: [1, 2.5, true, ~, *anchor]
            """;
        Random random = new Random(7);
        String signs = "{}[]:-#&*!|>'\"%@`\t \n\\,?\u0000\u00e9a1";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int j = 0; j <= random.nextInt(4); j++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
            }
            Optional<Flaw> flaw = EditedYaml.read(text.toString()).flaw();
            flaw.ifPresent(found -> assertFalse(
                    found.words().matches("(?s).*(snakeyaml|Exception|while |expected <|found ).*"), found.words()));
        }
    }
}
