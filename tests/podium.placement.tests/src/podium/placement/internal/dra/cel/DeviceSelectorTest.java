// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.NamedValues;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.dra.QuantityText;
import podium.core.fleet.SchedulingObjects;

/** Selectors as the drivers' own classes and examples have them, and what Kubernetes adds to CEL. */
class DeviceSelectorTest {
    private static final String DRIVER = "gpu.nvidia.com";

    private final SelectorReader selectors = new SelectorReader();

    private static OfferedDevice gpu(String uuid, Map<String, Attribute> more) {
        Map<String, Attribute> attributes = new TreeMap<>(more);
        attributes.putIfAbsent("uuid", new Attribute.Text(uuid));
        attributes.putIfAbsent("type", new Attribute.Text("gpu"));
        attributes.putIfAbsent("index", new Attribute.Whole(3));
        attributes.putIfAbsent("ecc", new Attribute.Bool(true));
        attributes.putIfAbsent("driverVersion", new Attribute.Version("570.86.15"));
        attributes.putIfAbsent("resource.kubernetes.io/pcieRoot", new Attribute.Text("pci0000:16"));
        BigDecimal memory = QuantityText.parse("80Gi").orElseThrow();
        return new OfferedDevice(
                "gpu-3",
                NamedValues.of(attributes),
                NamedValues.of(Map.of("memory", Capacity.of(memory))),
                List.of(),
                List.of(),
                NodeReach.NOWHERE,
                false,
                false,
                List.of());
    }

    private DeviceSelector read(String expression) {
        return selectors.selector(expression, new SchedulingObjects()).orElseThrow();
    }

    private SelectorResult ask(String expression) {
        return read(expression).of(DRIVER, gpu("GPU-a", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.driver == 'gpu.nvidia.com'",
                "device.attributes['gpu.nvidia.com'].type == 'gpu'",
                "device.attributes['gpu.nvidia.com'].index == 3",
                "device.attributes['gpu.nvidia.com'].index > 2 && device.attributes['gpu.nvidia.com'].index < 3.5",
                "device.attributes['gpu.nvidia.com'].ecc",
                "!device.allowMultipleAllocations",
                "device.attributes['resource.kubernetes.io'].pcieRoot == 'pci0000:16'",
                "device.attributes['resource.kubernetes.io']['pcieRoot'].startsWith('pci')",
                "device.capacity['gpu.nvidia.com'].memory.compareTo(quantity('80Gi')) == 0",
                "device.capacity['gpu.nvidia.com'].memory.isGreaterThan(quantity('79.5Gi'))",
                "device.capacity['gpu.nvidia.com'].memory.isLessThan(quantity('1Ti'))",
                "device.capacity['gpu.nvidia.com'].memory == quantity('81920Mi')",
                "device.capacity['gpu.nvidia.com'].memory.asInteger() == 85899345920",
                "device.capacity['gpu.nvidia.com'].memory.sub(quantity('80Gi')).add(1).asInteger() == 1",
                "sign(quantity('-3')) == -1 && isQuantity('1e3') && !isQuantity('a lot') && !quantity('0.5').isInteger()",
                "device.attributes['gpu.nvidia.com'].driverVersion.compareTo(semver('560.0.0')) > 0",
                "device.attributes['gpu.nvidia.com'].driverVersion.isLessThan(semver('v571', true))",
                "device.attributes['gpu.nvidia.com'].driverVersion.major() == 570",
                "semver('1.0.0-rc.2').isLessThan(semver('1.0.0-rc.10')) && !isSemver('1.0') && isSemver('1.0', true)",
                "cel.bind(gpu, device.attributes['gpu.nvidia.com'], gpu.type == 'gpu' && gpu.index == 3)",
                "device.attributes['gpu.nvidia.com'].?family.orValue('none') == 'none'",
                "device.attributes[?'gpu.nvidia.com'].hasValue()",
                "has(device.attributes['gpu.nvidia.com'].uuid) && !has(device.attributes['gpu.nvidia.com'].family)",
                "'uuid' in device.attributes['gpu.nvidia.com'] && !('a' in device.attributes['other.example.com'])",
                "'nothing' in device.attributes",
                "device.attributes['gpu.nvidia.com'].type in ['gpu', 'mig']",
                "device.attributes['gpu.nvidia.com'].uuid.matches('^GPU-[a-f]$') && 'xGPU'.matches('GPU')",
                "'GPU-A'.lowerAscii() == 'gpu-a' && 'a,b'.split(',').size() == 2",
                "'v570.1'.find('[0-9]+') == '570' && 'a1b2'.findAll('[0-9]') == ['1', '2']",
                "[1, 2, 3].sum() == 6 && [3, 1].min() == 1 && ['a', 'b'].max() == 'b' && ![2, 1].isSorted()",
                "['a', 'b', 'a'].lastIndexOf('a') == 2 && ['a'].indexOf('b') == -1",
                "device.attributes['gpu.nvidia.com'].size() == 5",
                "device.attributes['gpu.nvidia.com'].exists(name, name == 'ecc')",
                "sets.contains([1, 2], [2])",
                "device.attributes['gpu.nvidia.com'].ecc == true || device.attributes['gpu.nvidia.com'].none == 1",
            })
    void whatHoldsOfADeviceMatchesIt(String expression) {
        assertEquals(SelectorResult.YES, ask(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.driver == 'gpu.example.com'",
                "device.attributes['gpu.nvidia.com'].type == 'mig'",
                "device.attributes['gpu.nvidia.com'].type == 3",
                "device.capacity['gpu.nvidia.com'].memory.compareTo(quantity('1Ti')) >= 0",
                "'family' in device.attributes['gpu.nvidia.com'] && device.attributes['gpu.nvidia.com'].family == 'x'",
                "device.attributes['gpu.nvidia.com'].type != 'gpu'",
                "!device.attributes['gpu.nvidia.com'].ecc",
            })
    void whatDoesNotHoldRefusesIt(String expression) {
        assertEquals(SelectorResult.NO, ask(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "device.attributes['gpu.nvidia.com'].family == 'x' | family",
                "device.attributes['other.example.com'].model == 'x' | model",
                "device.capacity['gpu.nvidia.com'].cores.isGreaterThan(quantity('1')) | cores",
                "device.attributes['gpu.nvidia.com'].index.isGreaterThan(quantity('1')) | No matching overload",
                "device.attributes['gpu.nvidia.com'].type | boolean",
                "quantity('x' + device.driver) == quantity('1') | is not a quantity",
                "semver(device.driver) == semver('1.0.0') | is not a semantic version",
                "device.attributes['gpu.nvidia.com'].index / 0 == 1 | zero",
            })
    void whatFailsWhileItRunsIsAnErrorAndNoAnswer(String expression, String part) {
        SelectorResult answer = ask(expression);
        assertFalse(answer.matches());
        assertTrue(answer.error().contains(part), answer.error());
        assertFalse(answer.error().contains("<input>"), answer.error());
        assertEquals("", read(expression).fault());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "device.driver = 'x' | token recognition error",
                "device.family == 'x' | undefined field 'family'",
                "device.driver | string",
                "gadget.driver == 'x' | undeclared reference to 'gadget'",
                "device.capacity['a'].b > 3 | no matching overload",
                "'' | ",
            })
    void whatCannotBeReadSaysWhyAndIsAnErrorForEveryDevice(String expression, String part) {
        DeviceSelector selector = read(expression);
        assertTrue(selector.fault().contains(part == null ? "" : part), selector.fault());
        assertFalse(selector.fault().isEmpty());
        assertFalse(selector.foreign(), "every server refuses it");
        assertEquals(selector.fault(), ask(expression).error());
    }

    @Test
    void aFunctionThatAServerKnowsAndPodiumDoesNotIsToldApart() {
        assertTrue(read("cidr('10.0.0.0/8').containsIP('10.1.1.1')").foreign());
        assertTrue(read("device.attributes['a'].b.includes('x')").foreign());
    }

    @Test
    void itRunsOnceForDevicesThatShowTheSameAtEachLook() {
        DeviceSelector selector = read(
                "device.attributes['gpu.nvidia.com'].type == 'gpu' && device.capacity['gpu.nvidia.com'].memory.compareTo(quantity('40Gi')) > 0");
        for (int i = 0; i < 1000; i++) {
            assertEquals(SelectorResult.YES, selector.of(DRIVER, gpu("GPU-" + i, Map.of())));
        }
        assertEquals(1, selector.runs(), "their identifiers are not looked at");
        assertEquals(SelectorResult.NO, selector.of(DRIVER, gpu("m", Map.of("type", new Attribute.Text("mig")))));
        assertEquals(2, selector.runs());
    }

    @Test
    void theShortWayAndTheWholeGiveTheSameAnswers() {
        String[] expressions = {
            "device.attributes['gpu.nvidia.com'].exists(n, n.startsWith('x'))",
            "device.attributes['gpu.nvidia.com'].?a.orValue(1) == 1 || device.attributes['gpu.nvidia.com'].b == 2",
            "device.attributes['gpu.nvidia.com'].a == device.attributes['gpu.nvidia.com'].b",
        };
        for (String expression : expressions) {
            for (int i = 0; i < 64; i++) {
                Map<String, Attribute> more = new TreeMap<>();
                if ((i & 1) != 0) {
                    more.put("a", new Attribute.Whole(i >> 2 & 3));
                }
                if ((i & 2) != 0) {
                    more.put("b", new Attribute.Whole(i >> 4 & 3));
                }
                if ((i & 3) == 3) {
                    more.put("x" + i % 7, new Attribute.Bool(true));
                }
                OfferedDevice device = gpu("u" + i, more);
                assertEquals(
                        new SelectorReader().read(expression).of(DRIVER, device),
                        read(expression).of(DRIVER, device),
                        expression + " of " + more);
            }
        }
    }

    @Test
    void anAttributeOfAnUnknownTypeIsAnErrorWhateverTheSelectorLooksAt() {
        OfferedDevice device = gpu("a", Map.of("list", new Attribute.Other()));
        assertFalse(read("true").of(DRIVER, device).error().isEmpty());
    }
}
