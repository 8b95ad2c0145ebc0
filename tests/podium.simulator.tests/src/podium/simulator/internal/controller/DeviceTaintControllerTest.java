// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class DeviceTaintControllerTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void node() {
        rig.node("n1", 2);
        rig.apply("{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s}, spec: {driver:"
                + " gpu.nvidia.com, nodeName: n1, pool: {name: n1}, devices: [{name: gpu-0}, {name: gpu-1}]}}");
        rig.pod("holder", 1).advance("1m");
        assertEquals("Running", rig.phase("holder"), "it holds the first device");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void rule(String device, String effect) {
        rig.apply("{apiVersion: resource.k8s.io/v1beta2, kind: DeviceTaintRule, metadata: {name: r}, spec:"
                + " {deviceSelector: {driver: gpu.nvidia.com, pool: n1, device: " + device
                + "}, taint: {key: k, effect: "
                + effect + "}}}");
        rig.settle();
    }

    private void effect(String effect) {
        rig.change(ResourceTypes.DEVICE_TAINT_RULE, "r", rule -> Json.with(rule, "spec", "taint")
                .put("effect", effect));
        rig.settle();
    }

    private String told() {
        return rig.condition(ResourceTypes.DEVICE_TAINT_RULE, "r", "EvictionInProgress");
    }

    private String offers() {
        return Json.text(rig.get(ResourceTypes.NODE, "n1"), "status", "allocatable", "nvidia.com/gpu");
    }

    @Test
    void withoutEffectItOnlySaysWhatItWouldDo() {
        rule("gpu-0", "None");
        assertTrue(
                told().startsWith("False NoEffect 1 published device selected. 1 allocated device selected. 1 pod would"
                        + " be"),
                told());
        assertEquals("2", offers());
        rig.advance("10m");
        assertEquals("Running", rig.phase("holder"));
    }

    @Test
    void withNoScheduleTheDeviceIsOfferedNoMoreAndItsPodGoesOn() {
        rule("gpu-1", "NoSchedule");
        assertTrue(told().startsWith("False OtherEffect"), told());
        assertEquals("1", offers());
        rig.pod("next", 1).advance("1m");
        assertEquals("Pending", rig.phase("next"), "the free device is tainted");
        assertEquals("Running", rig.phase("holder"));
        rig.delete(ResourceTypes.DEVICE_TAINT_RULE, "r").advance("1m");
        assertEquals("2", offers());
        assertEquals("Running", rig.phase("next"));
    }

    @Test
    void withNoExecuteItsPodIsDeleted() {
        rule("gpu-0", "None");
        effect("NoExecute");
        assertTrue(told().startsWith("True"), told());
        rig.advance("2m");
        assertTrue(rig.find(ResourceTypes.POD, "holder").isEmpty());
        assertEquals("1", offers());
    }

    @Test
    void aRuleForAnotherDeviceTouchesNothing() {
        rule("gpu-7", "NoExecute");
        rig.advance("2m");
        assertEquals("Running", rig.phase("holder"));
        assertEquals("2", offers());
    }

    @Test
    void aDeviceUnderTwoRulesStaysKeptUntilBothAreGone() {
        rule("gpu-1", "NoSchedule");
        rig.apply("{apiVersion: resource.k8s.io/v1beta2, kind: DeviceTaintRule, metadata: {name: all}, spec:"
                + " {deviceSelector: {}, taint: {key: k, effect: NoSchedule}}}");
        rig.settle();
        assertEquals("0", offers());
        rig.delete(ResourceTypes.DEVICE_TAINT_RULE, "all").settle();
        assertEquals("1", offers());
    }

    @Test
    void theGenerationCountsChangesOfTheSpecNotOfTheStatus() {
        rule("gpu-0", "None");
        assertEquals(
                1,
                rig.get(ResourceTypes.DEVICE_TAINT_RULE, "r")
                        .path("metadata")
                        .path("generation")
                        .asInt());
        effect("NoSchedule");
        assertEquals(
                2,
                rig.get(ResourceTypes.DEVICE_TAINT_RULE, "r")
                        .path("metadata")
                        .path("generation")
                        .asInt());
    }
}
