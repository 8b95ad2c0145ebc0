// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.kubelet.ContainerBehaviour;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.object.IntOrPercent;
import podium.simulator.internal.scheduling.*;
import podium.simulator.internal.scheduling.LabelSelector;
import podium.simulator.internal.scheduling.NodeInfo;

class SelectorTest {

    private static final Map<String, String> LABELS = Map.of("app", "train", "tier", "8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| true",
                "{matchLabels: {app: train}}| true",
                "{matchLabels: {app: serve}}| false",
                "{matchLabels: {app: train, zone: a}}| false",
                "{matchExpressions: [{key: app, operator: In, values: [serve, train]}]}| true",
                "{matchExpressions: [{key: app, operator: NotIn, values: [train]}]}| false",
                "{matchExpressions: [{key: zone, operator: NotIn, values: [a]}]}| true",
                "{matchExpressions: [{key: zone, operator: Exists}]}| false",
                "{matchExpressions: [{key: zone, operator: DoesNotExist}]}| true",
                "{matchExpressions: [{key: tier, operator: Gt, values: ['7']}]}| true",
                "{matchExpressions: [{key: tier, operator: Lt, values: ['8']}]}| false",
                "{matchExpressions: [{key: app, operator: Gt, values: ['1']}]}| false"
            })
    void selectorsOfLabels(String selector, boolean matches) throws Exception {
        assertEquals(
                matches,
                LabelSelector.parse(new YAMLMapper().readTree(selector)).matches(LABELS));
    }

    @Test
    void anUnknownOperatorIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Requirement.Operator.parse("Near"));
    }

    @ParameterizedTest
    @CsvSource({
        "gpu, false, present, NoSchedule, true",
        "gpu, true, '', '', true",
        "'', true, '', '', true",
        "gpu, false, other, NoSchedule, false",
        "gpu, true, '', NoExecute, false",
        "cpu, true, '', '', false"
    })
    void tolerationsOfATaint(String key, boolean exists, String value, String effect, boolean tolerates) {
        Toleration toleration = new Toleration(key, exists, value, effect, OptionalLong.empty());
        assertEquals(tolerates, toleration.tolerates(new Taint("gpu", "present", "NoSchedule")));
    }

    @Test
    void aTermThatAsksForNothingMatchesNothing() {
        assertFalse(new NodeTerm(List.of(), List.of(), 0).matches(new NodeInfo("n")));
    }

    @Test
    void seedsOfPartsDifferAndAreRepeatable() {
        RandomSource seed = new RandomSource(42);
        assertEquals(seed.of("a").of(1), seed.of("a").of(1));
        assertFalse(seed.of("a").equals(seed.of("b")));
        assertFalse(seed.of(1).equals(seed.of(2)));
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            double ratio = seed.of(i).ratio();
            assertTrue(ratio >= 0 && ratio < 1);
            sum += ratio;
        }
        assertEquals(500, sum, 40, "evenly spread");
        assertTrue(seed.suffix(5).matches("[bcdfghjklmnpqrstvwxz2456789]{5}"));
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "90s, 90", "45m, 2700", "6h, 21600", "3d, 259200"})
    void durationsOfAnnotations(String text, long seconds) {
        assertEquals(seconds, ContainerBehaviour.parse(text).toSeconds());
    }

    @Test
    void sharesRoundAsKubernetesRoundsThem() throws Exception {
        YAMLMapper yaml = new YAMLMapper();
        assertEquals(2, IntOrPercent.up(yaml.readTree("25%"), "0", 5));
        assertEquals(1, IntOrPercent.down(yaml.readTree("25%"), "0", 5));
        assertEquals(3, IntOrPercent.up(yaml.readTree("3"), "0", 5));
        assertEquals(5, IntOrPercent.up(yaml.missingNode(), "100%", 5));
    }
}
