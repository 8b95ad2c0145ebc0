// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import podium.core.api.FieldHints;
import podium.core.api.FieldHints.Hint;
import podium.core.api.FieldHints.Shape;
import podium.ui.flow.ClusterNames.KnownName;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlCompletion.Proposal;

class FieldCompletionTest {
    private static final String HEAD = "apiVersion: v1\nkind: Pod\n";
    private static final Map<String, Hint> KNOWN = Map.ofEntries(
            Map.entry("", holder("object", "spec", "kind", "status")),
            Map.entry("kind", of("string")),
            Map.entry("status", of("object")),
            Map.entry("spec", holder("object", "restartPolicy", "hostIPC", "containers", "nodeSelector", "two\nlines")),
            Map.entry(
                    "spec.restartPolicy",
                    new Hint("string", Shape.ONE, true, false, "", List.of("Always", "Never", "On", ""), List.of())),
            Map.entry("spec.hostIPC", of("boolean")),
            Map.entry(
                    "spec.nodeSelector",
                    new Hint("Abbildung auf string", Shape.MAP, true, false, "", List.of(), List.of())),
            Map.entry("spec.two\nlines", of("string")),
            Map.entry(
                    "spec.containers",
                    new Hint("Liste von object", Shape.LIST, false, true, "", List.of(), List.of("name", "args"))),
            Map.entry(
                    "spec.containers.name",
                    new Hint("string", Shape.ONE, true, true, "What it is called.", List.of(), List.of())),
            Map.entry(
                    "spec.containers.args",
                    new Hint("Liste von string", Shape.LIST, true, false, "", List.of("A", "B"), List.of())));

    private static Hint of(String type) {
        return new Hint(type, Shape.ONE, type.equals("string"), false, "", List.of(), List.of());
    }

    private static Hint holder(String type, String... fields) {
        return new Hint(type, Shape.ONE, type.equals("string"), false, "", List.of(), List.of(fields));
    }

    private static final BiFunction<NamedThing, String, List<KnownName>> NONE = (thing, namespace) -> List.of();

    private static final FieldHints HINTS =
            (version, kind, path) -> Optional.ofNullable(KNOWN.get(String.join(".", path)));

    /** At the bar. */
    private static YamlCompletion at(String marked) {
        String text = HEAD + marked;
        return FieldCompletion.at(HINTS, NONE, text.replace("|", ""), text.indexOf('|'));
    }

    private static List<String> labels(String marked) {
        return at(marked).proposals().stream().map(Proposal::label).toList();
    }

    private static List<String> inserted(String marked) {
        return at(marked).proposals().stream().map(Proposal::inserted).toList();
    }

    @Test
    void theFieldsOfWhatHoldsItAreListedWithWhatTheyHoldNeededOnesFirst() {
        assertEquals(
                List.of(
                        "containers: Liste von object, required",
                        "hostIPC: boolean",
                        "nodeSelector: Abbildung auf string",
                        "restartPolicy: string"),
                labels("spec:\n  |"));
        assertEquals(List.of("hostIPC: boolean"), labels("spec:\n  HOST|"));
        assertEquals(List.of("hostIPC: boolean"), labels("spec:\n  ipc|"));
        assertEquals(List.of(), labels("spec:\n  nothing|"));
    }

    @Test
    void whatIsThereIsNotListedAgain() {
        assertEquals(
                List.of("hostIPC: boolean"),
                labels("spec:\n  containers: []\n  |\n  restartPolicy: Never\n  nodeSelector:\n"));
        assertEquals(List.of("spec: object"), labels("|"));
    }

    @Test
    void aFieldIsWrittenAsFarAsItsValue() {
        assertEquals(List.of("hostIPC: "), inserted("spec:\n  hostI|"));
        assertEquals(List.of("nodeSelector:\n    "), inserted("spec:\n  nodeS|"));
        assertEquals(List.of("containers:\n  - "), inserted("spec:\n  con|"));
        assertEquals(List.of("- name: ", "- args:\n      - "), inserted("spec:\n  containers:\n    |"));
        assertEquals(List.of("args:\n    - "), inserted("spec:\n  containers:\n  - name: x\n    |"));
        assertEquals(List.of("hostIPC"), inserted("spec:\n  host|IPC: true"));
    }

    @Test
    void valuesAreTheOnlyOnesThatItTakes() {
        assertEquals(List.of("Always", "Never", "On"), labels("spec:\n  restartPolicy: |"));
        assertEquals(List.of("Never"), inserted("spec:\n  restartPolicy: ne|"));
        assertEquals(List.of("\"On\""), inserted("spec:\n  restartPolicy: o|"));
        assertEquals(List.of("true", "false"), inserted("spec:\n  hostIPC: |"));
        assertEquals(List.of("A", "B"), labels("spec:\n  containers:\n  - args:\n    - |"));
        assertEquals(List.of(), labels("spec:\n  nodeSelector:\n    a: |"));
    }

    @Test
    void withinBracesAndBracketsItIsTheSame() {
        assertEquals(List.of("hostIPC: boolean"), labels("spec: {HOST|}"));
        assertEquals(List.of("hostIPC: boolean"), labels("spec: {host|\nstatus: x"), "it is not closed yet");
        assertEquals(
                List.of("hostIPC: boolean", "nodeSelector: Abbildung auf string"),
                labels("spec: {containers: [{name: \"a, {b\"}], |, restartPolicy: Never}"));
        assertEquals(List.of("Never"), inserted("spec: {containers: [], restartPolicy: ne|}"));
        assertEquals(List.of("A", "B"), labels("spec: {containers: [{args: [A, |]}]}"));
        assertEquals(List.of("args: Liste von string"), labels("spec:\n  containers:\n  - {name: it's, |}"));
    }

    @Test
    void whatHoldsMoreIsOpenedInTheWayOfItsLine() {
        assertEquals(List.of("nodeSelector: {"), inserted("spec: {nodeS|}"));
        assertEquals(List.of("containers: ["), inserted("spec: {con|}"));
        assertEquals(List.of("{name: ", "{args: ["), inserted("spec: {containers: [|]}"));
        assertEquals(List.of("args: ["), inserted("spec: {containers: [{name: x, |}]}"));
        assertEquals(List.of("hostIPC"), inserted("spec: {host|IPC: true}"));
    }

    @Test
    void jsonIsCompletedAsYamlIs() {
        String text = "{\n"
                + "  \"apiVersion\": \"v1\",\n"
                + "  \"kind\":\"Pod\",\n"
                + "  \"spec\":{\n"
                + "    \"restartPolicy\":\"Ne\"\n"
                + "  }\n"
                + "}\n";
        int place = text.indexOf("Ne") + 2;
        YamlCompletion found = FieldCompletion.at(HINTS, NONE, text, place);
        assertEquals(
                List.of("Never"),
                found.proposals().stream().map(Proposal::label).toList());
        assertEquals("\"Ne\"", text.substring(found.from(), found.to()));
    }

    @Test
    void whatIsKnownOfAFieldComesWithIt() {
        assertEquals(
                "name: string, required. What it is called.",
                at("spec:\n  containers:\n  - na|").proposals().getFirst().words());
    }

    @Test
    void whatCannotBeReadOrSaysNoKindHasNoProposals() {
        FieldHints failing = (version, kind, path) -> {
            throw new IOException("away");
        };
        String text = HEAD + "spec:\n  ";
        assertEquals(
                List.of(),
                FieldCompletion.at(failing, NONE, text, text.length()).proposals());
        assertEquals(List.of(), FieldCompletion.at(HINTS, NONE, "spec:\n  ", 8).proposals());
    }
}
