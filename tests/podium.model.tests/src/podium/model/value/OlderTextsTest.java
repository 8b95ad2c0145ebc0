// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of snapshots that an older or a newer Podium wrote, and texts that nobody wrote. */
class OlderTextsTest {
    private static final LabelSelector APP = new LabelSelector(Labels.of("app", "train"), List.of());

    @Test
    void aPodTermWithoutNamespaceSelectorAndKeysHasTheUsualOnes() {
        String old = Parts.join(List.of("zone", APP.text(), Parts.join(List.of("team"))));
        assertEquals(new PodTerm("zone", APP, List.of("team")), RuleTexts.readPodTerm(old));
    }

    @Test
    void aSpreadWithoutDomainsInclusionAndKeysHasTheUsualOnes() {
        String old = Parts.join(List.of("zone", "2", "true", APP.text()));
        assertEquals(new Spread("zone", 2, true, APP), RuleTexts.readSpread(old));
        assertEquals(
                new Spread("zone", 2, true, APP, 1, new Spread.Inclusion(true, false), LabelKeys.NONE),
                RuleTexts.readSpread(old));
    }

    @Test
    void aHostPortOfANumberAloneIsTcpOnAllAddresses() {
        assertEquals(HostPort.of(8080), RuleTexts.readHostPort("8080"));
    }

    @Test
    void aFieldOfANewerSpecIsPassedOver() {
        TaskSpec spec = TaskSpec.parse("requests=cpu=1000\nmood=good\nno field at all\n=nothing");
        assertEquals(TaskSpec.of(Resources.of(Map.of("cpu", 1000L))).requests(), spec.requests());
        assertEquals(List.of(), spec.volumeClaims());
        assertTrue(spec.priority().isEmpty() && spec.podGroup().isEmpty());
    }

    @Test
    void anEmptyTextIsAValueThatSaysNothing() {
        assertEquals(Labels.none(), Labels.parse(""));
        assertEquals(Resources.none(), Resources.parse(""));
        assertEquals(Taints.none(), Taints.parse(""));
        assertEquals(new DeviceTaints(List.of()), DeviceTaints.parse(""));
        assertEquals(Conditions.none(), Conditions.parse(""));
        assertEquals(new LabelSelector(Labels.none(), List.of()), LabelSelector.parse(""));
    }

    @Test
    void linesThatAreNotWholeCostThemselvesOnly() {
        Taint taint = new Taint("gpu", "", "NoSchedule");
        assertEquals(new Taints(List.of(taint)), Taints.parse("half\tline\n" + "gpu\t\tNoSchedule"));
        assertEquals(Labels.of("a", "b"), Labels.parse("nothing\na=b\n=odd"));
        assertEquals(Resources.of(Map.of("cpu", 5L)), Resources.parse("memory,cpu=5,=7"));
        Condition ready = new Condition("Ready", "True", "", "", "");
        assertEquals(new Conditions(List.of(ready)), Conditions.parse("Ready\tTrue\n" + "Ready\tTrue\t\t\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a\t", "a\tb\tc\t", ""})
    void partsThatAreTooFewTooManyOrCutOffAreRefusedWithTheirText(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Parts.split(text, 2));
        assertTrue(e.getMessage().endsWith(": " + text), e.getMessage());
    }

    @Test
    void anEscapeThatIsCutOffOrUnknownStandsForItself() {
        assertEquals("a\\", Escapes.unescape("a\\"));
        assertEquals("aq", Escapes.unescape("a\\q"));
        assertEquals("\\n", Escapes.unescape("\\\\n"), "an escaped backslash escapes nothing");
    }

    @Test
    void theValuesKeepNoListOfTheirMaker() {
        List<String> names = new java.util.ArrayList<>(List.of("a"));
        Requirement requirement = new Requirement("zone", "In", names);
        LabelKeys keys = new LabelKeys(names, names);
        DeviceIds ids = new DeviceIds(names);
        names.add("b");
        assertEquals(List.of("a"), requirement.values());
        assertEquals(List.of("a"), keys.match());
        assertEquals(List.of("a"), ids.all());
    }
}
