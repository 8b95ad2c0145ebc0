// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.Taint;

/** What selectors and constraints read of a device. */
class ValuesTest {

    private static final PoolDevice DEVICE = new PoolDevice(
            "gpu.example.com",
            "n0",
            "gpu-0",
            Parts.object(
                    "{name: gpu-0, attributes: {model: {string: H100}, index: {int: 3}, ecc: {bool: true}, driver:"
                            + " {version: 580.10.2}, other.example.com/slot: {string: s1}}, capacity: {memory: {value: 80Gi}}}"),
            List.of(new Taint("worn", "fan", "NoSchedule"), new Taint("seen", "", "None")),
            true);

    private final CelEnvironment language = new CelEnvironment();

    private static String own(String expression) {
        return "device.attributes['gpu.example.com']." + expression;
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.4, -1",
        "1.10.0, 1.9.9, 1",
        "2.0.0, 1.99.99, 1",
        "1.0.0-rc.1, 1.0.0, -1",
        "1.0.0-rc.1, 1.0.0-beta, 1",
        "1.0.0+a, 1.0.0+b, 0"
    })
    void versionsAreComparedByTheirNumbersAndReleasesComeAfterTheirCandidates(String one, String other, int sign) {
        assertEquals(sign, Integer.signum(SemanticVersion.parse(one).compareTo(SemanticVersion.parse(other))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1", "", "1.x.0", "v1.2.3", "1.2.3.4"})
    void whatIsNoVersionIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> SemanticVersion.parse(text));
    }

    @Test
    void amountsAreComparedByValueNotByUnit() {
        assertEquals(0, CelQuantity.parse("1Gi").compareTo(CelQuantity.parse("1024Mi")));
        assertTrue(CelQuantity.parse("1G").compareTo(CelQuantity.parse("1Gi")) < 0);
        assertEquals(0, CelQuantity.parse("1500m").compareTo(CelQuantity.parse("1.5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.driver == 'gpu.example.com'",
                "device.attributes['gpu.example.com'].model == 'H100'",
                "device.attributes['gpu.example.com'].model.lowerAscii() == 'h100'",
                "device.attributes['gpu.example.com'].model.matches('^H[0-9]+$')",
                "device.attributes['gpu.example.com'].index > 2",
                "device.attributes['gpu.example.com'].index in [3, 4]",
                "device.attributes['gpu.example.com'].ecc",
                "device.attributes['other.example.com'].slot == 's1'",
                "device.attributes['gpu.example.com'].driver.compareTo(semver('580.9.0')) == 1",
                "device.attributes['gpu.example.com'].driver.isLessThan(semver('581.0.0'))",
                "device.capacity['gpu.example.com'].memory.isGreaterThan(quantity('40Gi'))",
                "device.capacity['gpu.example.com'].memory.compareTo(quantity('80Gi')) == 0",
                "!has(device.attributes['gpu.example.com'].missing)",
                "!has(device.attributes['nobody.example.com'].missing)",
                "cel.bind(own, device.attributes['gpu.example.com'], own.model == 'H100' && own.index == 3)"
            })
    void selectorsThatHold(String expression) {
        assertTrue(language.matches(expression, DEVICE));
    }

    @Test
    void aSelectorThatDoesNotHoldSaysNo() {
        assertFalse(language.matches(own("model == 'A100'"), DEVICE));
        assertFalse(language.matches(own("ecc == false"), DEVICE));
    }

    @ParameterizedTest
    @CsvSource({
        "device.attributes['gpu.example.com'].missing == 'x', runtime error",
        "device.attributes['nobody.example.com'].model == 'x', runtime error",
        "device.nothing == 1, runtime error",
        "unknown == 1, compilation failed",
        "device.driver ==, compilation failed",
        "device.driver, returned no boolean"
    })
    void aSelectorThatCannotSayIsAFault(String expression, String words) {
        SelectorException fault = assertThrows(SelectorException.class, () -> language.matches(expression, DEVICE));
        assertTrue(fault.getMessage() != null && fault.getMessage().contains(words), fault::getMessage);
    }

    @Test
    void anAttributeIsFoundByItsFullNameOrAsTheDriversOwn() {
        assertEquals("H100", DEVICE.attribute("gpu.example.com/model").orElseThrow());
        assertEquals(3L, DEVICE.attribute("gpu.example.com/index").orElseThrow());
        assertEquals("s1", DEVICE.attribute("other.example.com/slot").orElseThrow());
        assertTrue(DEVICE.attribute("other.example.com/model").isEmpty());
    }

    @Test
    void aTaintWithoutEffectKeepsNobodyAway() {
        DeviceRequest plain =
                DeviceRequest.parse(claim("deviceClassName: gpu")).getFirst().getFirst();
        assertFalse(plain.bears(DEVICE));
        DeviceRequest tolerant = DeviceRequest.parse(
                        claim("deviceClassName: gpu, tolerations: [{key: worn, value: fan}]"))
                .getFirst()
                .getFirst();
        assertTrue(tolerant.bears(DEVICE));
    }

    private static com.fasterxml.jackson.databind.JsonNode claim(String exactly) {
        return Parts.object("{spec: {devices: {requests: [{name: r, exactly: {" + exactly + "}}]}}}");
    }

    @Test
    void anAlternativeIsNamedAfterItsRequest() {
        List<List<DeviceRequest>> requests = DeviceRequest.parse(Parts.object(
                "{spec: {devices: {requests: [{name: r, firstAvailable: [{name: big, deviceClassName: a, count: 2},"
                        + " {name: all, deviceClassName: b, allocationMode: All}]}]}}}"));
        assertEquals(
                List.of("r/big", "r/all"),
                requests.getFirst().stream().map(DeviceRequest::name).toList());
        assertEquals("r", requests.getFirst().getFirst().whole());
        assertEquals(2, requests.getFirst().getFirst().count());
        assertTrue(requests.getFirst().getLast().all());
    }
}
