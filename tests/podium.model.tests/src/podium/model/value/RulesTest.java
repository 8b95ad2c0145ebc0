// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the Kubernetes API that sit in the values. */
class RulesTest {
    private static final Labels NODE = Labels.of("zone", "a", "gpus", "8");

    @ParameterizedTest(name = "zone=a, gpus=8: {0} {1} {2} is {3}")
    @CsvSource({
        "zone, In, a, true",
        "zone, In, b, false",
        "rack, In, a, false",
        "zone, NotIn, b, true",
        "zone, NotIn, a, false",
        "rack, NotIn, a, true",
        "zone, Exists, , true",
        "rack, Exists, , false",
        "rack, DoesNotExist, , true",
        "zone, DoesNotExist, , false",
        "gpus, Gt, 7, true",
        "gpus, Gt, 8, false",
        "gpus, Lt, 9, true",
        "gpus, Lt, 8, false",
        "zone, Gt, 1, false",
        "rack, Lt, 1, false",
        "zone, Near, a, false"
    })
    void requirementsFollowTheirOperator(String key, String operator, String value, boolean matches) {
        List<String> values = value == null ? List.of() : List.of(value);
        assertEquals(matches, new Requirement(key, operator, values).matches(NODE));
    }

    @Test
    void aNodeTermWithoutExpressionsMatchesNothing() {
        assertFalse(new NodeTerm(List.of(), List.of()).matches("n1", NODE));
    }

    @Test
    void aNodeTermNeedsAllItsLabelsAndFields() {
        Requirement zone = new Requirement("zone", "In", List.of("a"));
        Requirement name = new Requirement("metadata.name", "In", List.of("n1"));
        assertTrue(new NodeTerm(List.of(zone), List.of(name)).matches("n1", NODE));
        assertFalse(new NodeTerm(List.of(zone), List.of(name)).matches("n2", NODE));
        assertFalse(new NodeTerm(List.of(), List.of(new Requirement("metadata.uid", "Exists", List.of())))
                .matches("n1", NODE));
    }

    @ParameterizedTest(name = "toleration {0} {1} {2} {3} of gpu=yes:NoSchedule is {4}")
    @CsvSource({
        "'', Exists, '', '', true",
        "'', Equal, '', '', false",
        "gpu, Exists, '', '', true",
        "gpu, Exists, '', NoSchedule, true",
        "gpu, Exists, '', NoExecute, false",
        "gpu, Equal, yes, '', true",
        "gpu, Equal, no, '', false",
        "cpu, Exists, '', '', false"
    })
    void tolerationsFollowTheSchedulersRule(
            String key, String operator, String value, String effect, boolean tolerates) {
        assertEquals(
                tolerates,
                new Toleration(key, operator, value, effect).tolerates(new Taint("gpu", "yes", "NoSchedule")));
    }

    @ParameterizedTest(name = "toleration {0} {1} of gpus={2} is {3}")
    @CsvSource({
        "Gt, 4, 8, true",
        "Gt, 8, 8, false",
        "Lt, 16, 8, true",
        "Lt, 8, 8, false",
        "Lt, -1, -2, true",
        "Gt, 4, many, false",
        "Lt, few, 8, false",
        "Gt, 4, '', false"
    })
    void numbersOfTaintsAreComparedAndWhatIsNoNumberIsNotTolerated(
            String operator, String value, String taint, boolean tolerates) {
        Toleration toleration = new Toleration("gpus", operator, value, "");
        assertEquals(tolerates, toleration.tolerates(new Taint("gpus", taint, "NoSchedule")));
    }

    @Test
    void theSelectorThatIsNotThereSelectsNothing() {
        assertFalse(LabelSelector.NOTHING.isEmpty());
        assertFalse(LabelSelector.NOTHING.matches(Labels.none()));
        assertFalse(LabelSelector.NOTHING.matches(NODE));
        assertEquals(LabelSelector.NOTHING, LabelSelector.parse(LabelSelector.NOTHING.text()));
    }

    @Test
    void aNumberIsComparedWithExactlyOneNumber() {
        assertFalse(new Requirement("gpus", "Gt", List.of()).matches(NODE));
        assertFalse(new Requirement("gpus", "Gt", List.of("1", "2")).matches(NODE));
        assertTrue(new Requirement("gpus", "In", List.of("1", "8")).matches(NODE));
    }

    @Test
    void theEmptySelectorMatchesEverything() {
        assertTrue(new LabelSelector(Labels.none(), List.of()).matches(NODE));
    }

    @Test
    void aSelectorNeedsEveryLabelAndExpression() {
        Requirement exists = new Requirement("gpus", "Exists", List.of());
        assertTrue(new LabelSelector(Labels.of("zone", "a"), List.of(exists)).matches(NODE));
        assertFalse(new LabelSelector(Labels.of("zone", "b"), List.of(exists)).matches(NODE));
    }

    @Test
    void labelsAreFoundWhateverTheOrderTheyCameIn() {
        Labels labels = Labels.of("c", "3", "a", "1", "b", "2");
        assertEquals(Labels.of("a", "1", "b", "2", "c", "3"), labels);
        assertEquals("2", labels.get("b").orElseThrow());
        assertTrue(labels.get("d").isEmpty());
        assertTrue(labels.containsAll(Labels.of("a", "1")));
        assertFalse(labels.containsAll(Labels.of("a", "2")));
    }

    @Test
    void resourcesAddSubtractAndTakeTheLarger() {
        Resources a = Resources.of(Map.of("cpu", 1000L, "nvidia.com/gpu", 8L));
        Resources b = Resources.of(Map.of("cpu", 500L, "memory", 7L));
        assertEquals(Resources.of(Map.of("cpu", 1500L, "nvidia.com/gpu", 8L, "memory", 7L)), a.plus(b));
        assertEquals(Resources.of(Map.of("cpu", 500L, "nvidia.com/gpu", 8L, "memory", -7L)), a.minus(b));
        assertEquals(Resources.of(Map.of("cpu", 1000L, "nvidia.com/gpu", 8L, "memory", 7L)), a.max(b));
        assertEquals(0, a.get("memory"));
        assertFalse(a.has("memory"));
    }

    @Test
    void aConditionHoldsOnlyWithStatusTrue() {
        Conditions conditions = new Conditions(List.of(
                new Condition("Ready", "True", "", "", ""), new Condition("DiskPressure", "False", "", "", "")));
        assertTrue(conditions.holds("Ready"));
        assertFalse(conditions.holds("DiskPressure"));
        assertFalse(conditions.holds("Unheard"));
    }
}
