// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kubernetes.internal.json.Trees;
import podium.operation.submit.Manifest.Flaw;
import podium.operation.submit.ManifestCompiler.Source;

/** How texts are taken apart: YAML as kubectl takes it, JSON, lists; and the line of what is wrong. */
class DocumentsTest {
    private final Documents documents = new Documents();

    private List<String> read(String text) {
        documents.read(new Source("it.yaml", text));
        return documents.found().stream()
                .map(document -> Trees.write(document.object()))
                .toList();
    }

    private Flaw flaw(String text) {
        read(text);
        assertEquals(1, documents.flaws().size(), documents.flaws()::toString);
        return documents.flaws().getFirst();
    }

    private List<Integer> lines() {
        return documents.found().stream().map(document -> document.at().line()).toList();
    }

    @Test
    void documentsAreCountedAndHaveTheirLines() {
        assertEquals(List.of("{\"a\":1}", "{\"b\":2}"), read("a: 1\n---\n# only words\n---\nb: 2\n"));
        assertEquals(List.of(1, 5), lines());
        assertEquals(3, documents.found().getLast().at().document());
    }

    @Test
    void aListIsFlattenedWithTheLinesOfItsItems() {
        String text = "kind: List\napiVersion: v1\nitems:\n- kind: A\n- kind: PodList\n  items:\n  - kind: B\n";
        assertEquals(List.of("{\"kind\":\"A\"}", "{\"kind\":\"B\"}"), read(text));
        assertEquals(List.of(4, 7), lines());
    }

    @Test
    void jsonMayBeIndentedByTabsAndFollowItself() {
        assertEquals(List.of("{\"a\":[1,2]}", "{\"b\":null}"), read("{\n\t\"a\": [1,\t2]\n}\n{\"b\": null}"));
        assertEquals(2, documents.found().getLast().at().document());
    }

    @Test
    void aListInJsonIsFlattenedToo() {
        assertEquals(List.of("{\"kind\":\"A\"}"), read("{\"kind\":\"List\",\"items\":[{\"kind\":\"A\"}]}"));
    }

    @Test
    void aMarkOfByteOrderIsNoText() {
        assertEquals(List.of("{\"a\":1}"), read("\uFEFFa: 1"));
    }

    @Test
    void emptyDocumentsAreNothing() {
        assertEquals(List.of(), read("---\n\n---\n# nothing\n"));
        assertEquals(List.of(), documents.flaws());
    }

    @Test
    void anchorsAndMergeKeysAreResolvedAndOwnFieldsGoFirst() {
        String text = "a: &one {x: 1, y: 2}\nb:\n  <<: *one\n  y: 3\nc:\n  <<: [{z: 4}, *one]\n";
        assertEquals(
                List.of("{\"a\":{\"x\":1,\"y\":2},\"b\":{\"y\":3,\"x\":1},\"c\":{\"z\":4,\"x\":1,\"y\":2}}"),
                read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0644|420",
                "0o17|15",
                "0x1f|31",
                "yes|true",
                "Off|false",
                "~|null",
                "'1'|\"1\"",
                "1.5|1.5",
                "1_000|1000",
                "1e3|1E+3",
                "-7|-7",
                "1.2.3|\"1.2.3\"",
                "500m|\"500m\"",
                "0.5|0.5",
                "08|\"08\"",
                "yEs|\"yEs\"",
                "12:30|\"12:30\"",
                ".|\".\"",
                "18446744073709551616|18446744073709551616"
            })
    void plainScalarsAreWhatTheyAreToKubectl(String yaml, String json) {
        assertEquals(List.of("{\"v\":" + json + "}"), read("v: " + (yaml.equals("1") ? "'1'" : yaml)));
    }

    @Test
    void aSyntaxErrorHasItsLineAndLeavesWhatCameBefore() {
        Flaw flaw = flaw("a: 1\n---\nb: [1\nc: 2\n");
        assertEquals("it.yaml", flaw.at().source());
        assertEquals(2, flaw.at().document());
        assertEquals(3, flaw.at().line());
        assertEquals("The list that begins with [ in this line is not closed before line 4.", flaw.problem());
        assertEquals(1, documents.found().size());
    }

    /** The good line below was blamed, and nothing said what was wrong with it. */
    @ParameterizedTest
    @ValueSource(strings = {"name my", "name"})
    void aKeyWithoutItsColonIsNamedAtItsOwnLine(String bare) {
        Flaw flaw = flaw("kind: Job\nmetadata:\n  " + bare + "\n  namespace: a\n");
        assertEquals(3, flaw.at().line());
        assertEquals("A key has no colon.", flaw.problem());
    }

    @Test
    void aValueThatGoesOnIsNoKey() {
        Flaw flaw = flaw("note: some words\n  go on here\n  namespace: a\n");
        assertEquals("A colon stands where no key can be.", flaw.problem());
    }

    /** It was 0 GPUs, which fit on 31 of 32 nodes. */
    @Test
    void whatIsNoAmountIsToldBeforeItIsPlaced() {
        String pod = "kind: Pod\n"
                + "spec:\n"
                + "  containers:\n"
                + "  - resources:\n"
                + "      limits:\n"
                + "        nvidia.com/gpu: %s\n"
                + "        cpu: 500m\n";
        Flaw flaw = flaw(pod.formatted("two"));
        assertEquals("nvidia.com/gpu cannot be \"two\".", flaw.problem());
        assertEquals(1, documents.found().size());
        read(pod.formatted("2"));
        assertEquals(1, documents.flaws().size(), "2 is one");
    }

    @Test
    void aTabIsCalledATab() {
        assertEquals("Use spaces.", flaw("a:\n\tb: 1\n").advice());
        assertEquals(2, documents.flaws().getFirst().at().line());
    }

    @Test
    void aTemplateIsToBeRenderedFirst() {
        assertTrue(flaw("name: {{ .Values.name }}\n").advice().contains("helm template"));
    }

    @Test
    void aKeyThatComesTwiceIsNamedWithBothLines() {
        Flaw flaw = flaw("spec:\n  a: 1\n  b: 2\n  a: 3\n");
        assertEquals(4, flaw.at().line());
        assertEquals("The key \"a\" is here and in line 2.", flaw.problem());
    }

    @Test
    void brokenJsonHasItsLine() {
        Flaw flaw = flaw("{\n \"a\": 1,\n \"b\" 2\n}");
        assertEquals(3, flaw.at().line());
        assertTrue(flaw.problem().startsWith("This is not valid JSON: "), flaw::problem);
    }

    @Test
    void aliasesThatStandForBillionsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String all = ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, all));
        }
        assertTrue(flaw(bomb.toString()).problem().contains("too large"));
    }

    @Test
    void aKeyThatIsNoWordIsRefused() {
        assertEquals("A key is not a word.", flaw("? [a]\n: b\n").problem());
    }

    /** 30,000 levels are deeper than any stack that composes them. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`[`", "`a: [`", "`{? `", "`- `", "`? `", "`[ {a: `", "`- - `", "`!!set {? `", "`&x [`"})
    void whatIsNestedBeyondReasonIsAFlawWithItsLine(String level) {
        Flaw flaw = flaw("kind: A\n---\nkind: B\nspec:\n  deep: \n    " + level.repeat(30_000));
        assertEquals(6, flaw.at().line(), flaw::words);
        assertEquals(2, flaw.at().document(), flaw::words);
    }

    @Test
    void nestingOverManyLinesIsAFlawInTheLineWhereItIsTooMuch() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 3_000; depth++) {
            text.repeat(' ', depth).append("a:\n");
        }
        Flaw flaw = flaw(text.toString());
        assertTrue(flaw.words().contains("nested deeper than 200 levels"), flaw::words);
        assertEquals(201, flaw.at().line());
    }

    @Test
    void oneLongLineTakesATimeThatGrowsWithItsLength() {
        String text = "data: " + "x".repeat(7 << 20);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertEquals(1, read(text).size()));
    }
}
