// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.kubernetes.testkit.Data;
import podium.model.value.Labels;
import podium.model.value.Taint;

/** Slices as the scheduler sees them, in the words of three API versions. */
class OfferedDeviceDecoderTest {
    private static ResourceSlice slice(String spec) {
        return new OfferedDeviceDecoder().slice(Data.tree("{\"metadata\":{\"name\":\"s\"},\"spec\":" + spec + "}"));
    }

    private static OfferedDevice device(String body) {
        return slice("{\"devices\":[{\"name\":\"d\"," + body + "}]}").devices().getFirst();
    }

    private static BigDecimal amount(long value) {
        return BigDecimal.valueOf(value);
    }

    @Test
    void aSliceNamesItsPoolAndHowMuchOfItThereIs() {
        ResourceSlice slice = slice("""
            {"driver":"gpu.example.com","nodeName":"n","pool":{"name":"p","generation":3,"resourceSliceCount":2}}\
            """);
        assertEquals("gpu.example.com", slice.driver());
        assertEquals("p", slice.pool());
        assertEquals(3, slice.generation());
        assertEquals(2, slice.count());
        assertEquals(NodeReach.of("n"), slice.reach());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"basic\":{"})
    void attributesHaveTheirTypesInEveryVersion(String wrap) {
        OfferedDevice device = device(wrap + """
            "attributes":{"model":{"string":"H100"},"index":{"int":9007199254740993},"ecc":{"bool":false},
            "driverVersion":{"version":"570.86.15"},"lists":{"ints":[1]}},
            "capacity":{"memory":{"value":"80Gi"},"half":{"value":"0.5"},"old":"3"}\
            """ + (wrap.isEmpty() ? "" : "}"));
        assertEquals(new Attribute.Text("H100"), device.attributes().get("model"));
        assertEquals(new Attribute.Whole(9007199254740993L), device.attributes().get("index"));
        assertEquals(new Attribute.Bool(false), device.attributes().get("ecc"));
        assertEquals(new Attribute.Version("570.86.15"), device.attributes().get("driverVersion"));
        assertEquals(new Attribute.Other(), device.attributes().get("lists"));
        assertEquals(0, amount(80L << 30).compareTo(capacity(device, "memory").value()));
        assertEquals(new BigDecimal("0.5"), capacity(device, "half").value());
        assertEquals(amount(3), capacity(device, "old").value());
    }

    private static Capacity capacity(OfferedDevice device, String name) {
        return Optional.ofNullable(device.capacity().get(name)).orElseThrow();
    }

    @Test
    void whatMayBeAskedOfACapacityIsRead() {
        OfferedDevice device = device("""
            "allowMultipleAllocations":true,"capacity":{
            "bandwidth":{"value":"10","requestPolicy":{"default":"1","validRange":{"min":"1","max":"8","step":"2"}}},
            "slots":{"value":"4","requestPolicy":{"validValues":["1","2"]}}}\
            """);
        assertTrue(device.shared());
        Capacity.Policy policy = capacity(device, "bandwidth").policy().orElseThrow();
        assertEquals(Optional.of(amount(1)), policy.usual());
        assertEquals(
                Optional.of(new Capacity.Range(Optional.of(amount(1)), Optional.of(amount(8)), Optional.of(amount(2)))),
                policy.range());
        assertEquals(
                List.of(amount(1), amount(2)),
                capacity(device, "slots").policy().orElseThrow().values());
    }

    @Test
    void sharedCountersAndWhatDevicesTakeOfThemAreRead() {
        ResourceSlice sets = slice("""
            {"sharedCounters":[{"name":"gpu-0","counters":{"memory":{"value":"40Gi"},"slots":{"value":"7"}}}]}\
            """);
        assertEquals("gpu-0", sets.counters().getFirst().set());
        assertEquals(amount(7), sets.counters().getFirst().amounts().get("slots"));
        OfferedDevice device = device("""
            "consumesCounters":[{"counterSet":"gpu-0","counters":{"slots":{"value":"2"}}}]\
            """);
        assertEquals("gpu-0", device.counters().getFirst().set());
        assertEquals(amount(2), device.counters().getFirst().amounts().get("slots"));
    }

    @Test
    void fromWhereDevicesAreReachedIsSaidForTheSliceOrForEach() {
        assertEquals(
                new NodeReach("", true, List.of(), false),
                slice("{\"allNodes\":true}").reach());
        NodeReach rack = slice("""
            {"nodeSelector":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"rack","operator":"In","values":["a"]}]}]}}\
            """).reach();
        assertTrue(rack.reaches("n", Labels.of("rack", "a")) && !rack.reaches("n", Labels.of("rack", "b")));
        assertTrue(slice("{\"perDeviceNodeSelection\":true}").reach().each());
        assertEquals(NodeReach.of("m"), device("\"nodeName\":\"m\"").reach());
        assertEquals(NodeReach.NOWHERE, device("\"attributes\":{}").reach());
    }

    @Test
    void taintsAndWhatABindingWaitsForAreRead() {
        OfferedDevice device = device("""
            "taints":[{"key":"k","value":"v","effect":"NoSchedule"}],"bindingConditions":["attached"],"bindsToNode":true\
            """);
        assertEquals(List.of(new Taint("k", "v", "NoSchedule")), device.taints());
        assertEquals(List.of("attached"), device.awaited());
        assertTrue(device.binds());
    }

    @Test
    void whatDevicesHaveInCommonIsOneObject() {
        ResourceSlice slice = slice("""
            {"devices":[{"name":"a","attributes":{"model":{"string":"H100"},"uuid":{"string":"1"}},"capacity":{"memory":{"value":"80Gi"}}},
            {"name":"b","attributes":{"model":{"string":"H100"},"uuid":{"string":"2"}},"capacity":{"memory":{"value":"80Gi"}}}]}\
            """);
        OfferedDevice a = slice.devices().getFirst();
        OfferedDevice b = slice.devices().getLast();
        assertSame(a.attributes().get("model"), b.attributes().get("model"));
        assertSame(a.attributes().names(), b.attributes().names());
        assertSame(a.capacity(), b.capacity());
        assertSame(a.reach(), b.reach());
    }

    @Test
    void aSliceWithoutAnythingIsReadAsNothing() {
        ResourceSlice slice = slice("null");
        assertEquals(List.of(), slice.devices());
        assertEquals(NodeReach.NOWHERE, slice.reach());
        assertEquals(Map.of().toString(), device("\"capacity\":null").capacity().toString());
    }

    @Test
    void aFileOfAnOlderVersionIsReadInWhole() {
        ResourceSlice slice = new OfferedDeviceDecoder()
                .slice(Data.tree(Data.fixture(OfferedDeviceDecoderTest.class, "objects/slice-v1beta1.json")));
        assertEquals(3, slice.devices().size(), "partitions are devices to claims");
    }
}
