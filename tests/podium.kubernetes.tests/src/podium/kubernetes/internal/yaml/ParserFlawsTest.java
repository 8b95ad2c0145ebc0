// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What is told of the errors that are made most, each with its own line and no word of the parser. */
class ParserFlawsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`  args: [\"sh\", \"-c\"\n"
                        + "  image: x\n"
                        + "`~2~The list that begins with [ in this line is not closed before line 3.",
                "`  args: [sh, -c\r\n"
                        + "  image: x\r\n"
                        + "`~2~The list that begins with [ in this line is not closed before line 3.",
                "`  args: [sh\n`~2~The [ in this line is never closed.",
                "`  args: [`~2~The [ in this line is never closed.",
                "`  args: [sh,\n  {a: [`~3~The [ in this line is never closed.",
                "`  a: {b: 1\n"
                        + "  image: x\n"
                        + "  c: d\n"
                        + "`~2~The mapping that begins with { in this line is not closed before line 3.",
                "`  a: [\"b\" \"c\"]\n`~2~A comma is missing before this, or the ] that closes what begins in line 2.",
                "`  a: [\n"
                        + "    \"b\",\n"
                        + "    \"c\"\n"
                        + "    \"d\"\n"
                        + "  ]\n"
                        + "`~5~A comma is missing before this, or the ] that closes what begins in line 2.",
                "`  a: {b: 1}}\n  c: 2\n`~2~This } closes what was never opened.",
                "`  ]\n`~2~This ] closes what was never opened.",
                "`  a: \"x\n  b: 2\n  c: 3\n`~2~A quote that opens in this line is never closed.",
                "`  a: \"x\n  b: \"2\"\n  c: 3\n`~2~A quote that opens in this line is not closed before line 3.",
                "`  a: 'it's'\n`~2~Text follows the closing quote.",
                "`  a: \"x\" y\n`~2~Text follows the closing quote.",
                "`  a: 1\n\tb: 2\n`~3~This line is indented with a tab.",
                "`  a: 1\n  name x\n  b: 2\n`~3~A key has no colon.",
                "`  a: 1\n  name\n`~3~A key has no colon.",
                "`  meta\n    b: 1\n`~2~A key has no colon.",
                "`  a: 1\n  b:2\n  c: 3\n`~3~A colon has no space after it.",
                "`  a:\n  -b\n  -c: 1\n`~3~A dash has no space after it.",
                "`  a:\n    b: 1\n   c: 2\n`~4~The line is not indented like those above it.",
                "`  - a: 1\n   b: 2\n`~3~The line is not indented like those above it.",
                "`  a: 1\n    b: 2\n`~3~The line is indented below one that has a value already.",
                "`  a: 1\n  - b\n`~3~An entry of a list stands among keys.",
                "`  - a\n  b: 1\n`~3~A key stands among the entries of a list.",
                "`  a: - b\n`~2~A list with dashes cannot begin in the line of its key.",
                "`  a: @b\n`~2~A value cannot begin with @.",
                "`  a: %b\n`~2~A value cannot begin with %.",
                "`  a: & b\n`~2~A value cannot begin with &.",
                "`  a: !b!c d\n`~2~A value cannot begin with !.",
                "`  a: *.txt\n`~2~An alias (*) names nothing.",
                "`  a: b: c\n`~2~A second colon stands in this line.",
                "`  a: | x\n`~2~Text stands in the line of its | or >.",
                "`  a: \"\\d\"\n`~2~A backslash in quotes is followed by the wrong character.",
                "`  a: b\u0001c\n`~2~A character that YAML does not allow stands here (U+0001)."
            })
    void eachErrorIsToldAtTheLineToCorrect(String text, int line, String problem) {
        String all = "spec:" + (text.contains("\r") ? "\r\n" : "\n") + text;
        YamlEngineException thrown =
                assertThrows(YamlEngineException.class, () -> YamlNodes.of(all).forEachRemaining(it -> {}));
        YamlFlaw flaw = ParserFlaws.of(all, thrown);
        assertEquals(line + ": " + problem, flaw.line() + ": " + flaw.problem());
    }
}
