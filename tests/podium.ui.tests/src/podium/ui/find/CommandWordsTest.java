// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.api.ServedResource;
import podium.ui.find.CommandWords.Meaning;

class CommandWordsTest {
    private static final Map<String, String> PARTS =
            Map.of("jobs", "podium.part.jobs", "what if", "podium.part.whatif", "slots", "podium.part.slots");
    private final CommandWords words = new CommandWords(
            PARTS,
            List.of("prod-eu", "prod-us", "lab"),
            List.of(
                    kind("", "pods", "Pod", "po"),
                    kind("batch", "jobs", "Job"),
                    kind("batch", "podgroups", "PodGroup"),
                    kind("apps", "deployments", "Deployment", "deploy")),
            List.of("research", "pretraining"));

    @Test
    void aKindIsCalledAsForKubectlAndItsNamespaceStandsBehindIt() {
        assertEquals(new Meaning.Objects("po", Optional.empty()), words.read(":po"));
        assertEquals(new Meaning.Objects("deploy", Optional.of("research")), words.read("deploy research"));
        assertEquals(new Meaning.Objects("pods", Optional.of("")), words.read(" pods all "));
        assertEquals(new Meaning.Objects("job", Optional.empty()), words.read("job"));
    }

    @Test
    void aPartGoesBeforeAKindOfItsName() {
        assertEquals(new Meaning.Part("podium.part.jobs"), words.read("jobs"));
        assertEquals(new Meaning.Part("podium.part.whatif"), words.read("What if"));
        assertEquals(new Meaning.Objects("jobs.batch", Optional.empty()), words.read("jobs.batch"));
    }

    @Test
    void aNamespaceAndAContextAreNamedOrListed() {
        assertEquals(new Meaning.Objects("", Optional.of("research")), words.read("ns research"));
        assertEquals(new Meaning.Objects("namespaces", Optional.of("")), words.read("ns"));
        assertEquals(new Meaning.Context("lab"), words.read("ctx la"));
        assertEquals(new Meaning.OpenContext(), words.read("ctx"));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertTrue(why("foo").contains("\"foo\""), why("foo"));
        assertTrue(why("ns nowhere").contains("no namespace \"nowhere\""), why("ns nowhere"));
        assertTrue(why("pods nowhere").contains("nowhere"));
        assertTrue(why("ctx prod").contains("prod-eu or prod-us"), why("ctx prod"));
        assertTrue(why("ctx x").contains("No open cluster"), why("ctx x"));
        assertTrue(why("").startsWith("Type"), why(""));
    }

    @Test
    void beforeTheServerHasToldItsKindsAnyWordMayBeOne() {
        CommandWords early = new CommandWords(PARTS, List.of(), List.of(), List.of());
        assertEquals(new Meaning.Objects("widgets", Optional.of("x")), early.read("widgets x"));
    }

    @Test
    void itCompletesAsOneTypes() {
        assertEquals(List.of("pods", "podgroups.batch"), words.proposals(":pod"));
        assertEquals(List.of("pods", "podgroups.batch"), words.proposals("po"), "a short name first");
        assertEquals(List.of("ctx lab"), words.proposals("ctx l"));
        assertEquals(List.of("ns pretraining"), words.proposals("ns pre"));
        assertEquals(List.of("deploy research"), words.proposals("deploy re"));
        assertEquals(List.of("what if"), words.proposals("what "));
        assertEquals(List.of("ns "), words.proposals("ns"));
        assertEquals(List.of(), words.proposals(""));
    }

    /** The list was empty where a kind had been typed whole, as if there were none. */
    @Test
    void whatIsTypedWholeIsProposedWithWhatEnterDoes() {
        assertEquals(List.of("pods"), words.proposals("pods"));
        assertEquals(List.of("deploy research"), words.proposals("deploy research"));
        assertEquals("shows them in Objects", words.does("pods"));
        assertEquals("shows this part", words.does("jobs"));
        assertEquals("goes on with this cluster", words.does("ctx lab"));
        assertEquals("", words.does("foo"));
    }

    private String why(String line) {
        return assertInstanceOf(Meaning.Unknown.class, words.read(line)).why();
    }

    private static ServedResource kind(String group, String resource, String kind, String... shortNames) {
        return new ServedResource(
                group,
                "v1",
                resource,
                kind,
                kind.toLowerCase(java.util.Locale.ROOT),
                List.of(shortNames),
                true,
                Set.of("list"),
                Set.of());
    }
}
