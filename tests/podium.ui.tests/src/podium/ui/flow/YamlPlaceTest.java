// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlPlaceTest {
    /** The place that a bar marks. */
    private static Optional<YamlPlace> found(String marked) {
        return YamlPlace.of(marked.replace("|", ""), marked.indexOf('|'));
    }

    private static YamlPlace at(String marked) {
        return found(marked).orElseThrow();
    }

    @Test
    void aFieldIsHeldByWhatStandsAboveItWithLessRoom() {
        YamlPlace place = at("""
            kind: Pod
            spec:
              containers:
              - name: main
                env:
                - name: A
                im|
                ports:
              - image: other
              restartPolicy: Always
            """);
        assertEquals(List.of("spec", "containers"), place.above());
        assertEquals(Set.of("name", "env", "ports"), place.beside());
        assertEquals("im", place.typed());
        assertEquals(4, place.indent());
        assertTrue(place.item());
        assertFalse(place.value());
    }

    @Test
    void anEmptyLineIsWhereItsRoomEnds() {
        assertEquals(List.of("spec"), at("spec:\n  |\nstatus: x\n").above());
        assertEquals(List.of(), at("spec:\n|  \nstatus: x\n").above());
        assertEquals(Set.of("spec", "status"), at("spec:\n|  \nstatus: x\n").beside());
        assertEquals(List.of(), at("|").above());
    }

    @Test
    void aNewItemHasNoFieldsYet() {
        YamlPlace place = at("spec:\n  containers:\n  - name: a\n  - |");
        assertEquals(List.of("spec", "containers"), place.above());
        assertEquals(Set.of(), place.beside());
        assertTrue(place.item());
        assertEquals(4, place.indent());
    }

    @Test
    void behindAColonIsTheValueOfItsField() {
        YamlPlace place = at("spec:\n  strategy:\n    type: Ro|lling\n    rollingUpdate:\n");
        assertEquals(List.of("spec", "strategy", "type"), place.above());
        assertTrue(place.value());
        assertEquals("Ro", place.typed());
        assertEquals("Rolling".length(), place.to() - place.from());
        assertEquals(List.of("kind"), at("kind: |").above());
    }

    @Test
    void aNameThatIsWrittenAlreadyIsReplacedWhole() {
        YamlPlace place = at("spec:\n  re|plicas: 2\n");
        assertEquals("re", place.typed());
        assertEquals("replicas".length(), place.to() - place.from());
        assertTrue(place.named());
    }

    @Test
    void whereWordsAreWrittenThereIsNoField() {
        assertEquals(Optional.empty(), found("spec: # a comm|ent"));
        assertEquals(Optional.empty(), found("# a|"));
        assertEquals(Optional.empty(), found("args: {a: |}"));
        assertEquals(Optional.empty(), found("command: sleep 1 |"));
    }

    @Test
    void aValueInQuotesIsWrittenBetweenThem() {
        assertEquals("a", at("name: \"a|\"").typed());
        assertEquals("ab", at("name: 'ab|'").typed());
        assertEquals(Optional.empty(), found("name: \"two words|\""));
    }
}
