// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.World;
import podium.simulator.store.ResourceTypes;

/** What a pod's claims need on nodes whose slices offer devices; node a has three, b one. */
class DynamicResourcesFilterTest {

    private static final List<String> NONE_LEFT = List.of("cannot allocate all claims");

    private final DynamicResourcesFilter rule = new DynamicResourcesFilter();
    private final World world = new World(rule);
    private PodInfo pod = podium.simulator.internal.scheduling.Parts.pod("p", "");

    @BeforeEach
    void devices() {
        world.node("a", "zone: z").node("b", "zone: y");
        world.object(ResourceTypes.DEVICE_CLASS, "metadata: {name: gpu}, spec: {config: [{opaque: {driver: d}}]}");
        slice("a-1", "nodeName: a", "a", 1, 1, "{name: d0}, {name: d1}, {name: d2}");
        slice("b-1", "nodeName: b", "b", 1, 1, "{name: d0}");
    }

    private void slice(String name, String reach, String pool, int generation, int count, String devices) {
        world.object(
                ResourceTypes.RESOURCE_SLICE,
                "metadata: {name: " + name + "}, spec: {driver: d, " + reach + ", pool: {name: " + pool
                        + ", generation: " + generation + ", resourceSliceCount: " + count + "}, devices: [" + devices
                        + "]}");
    }

    private void claim(String name, String devices, String status) {
        world.object(
                ResourceTypes.RESOURCE_CLAIM,
                "metadata: {name: " + name + ", namespace: default, uid: " + name + "}, spec: {devices: {" + devices
                        + "}}, status: {" + status + "}");
    }

    private static String exactly(String more) {
        return "requests: [{name: r, exactly: {deviceClassName: gpu, " + more + "}}]";
    }

    private static String results(String... devices) {
        List<String> all = new ArrayList<>();
        for (String device : devices) {
            String[] parts = device.split("/");
            all.add("{request: r, driver: d, pool: " + parts[0] + ", device: " + parts[1] + "}");
        }
        return "allocation: {devices: {results: [" + String.join(", ", all) + "]}}";
    }

    private void pod(String claims, String status) {
        ObjectNode object = podium.simulator.internal.scheduling.Parts.object(
                "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: default, uid: p}, spec: {resourceClaims: ["
                        + claims + "]}, status: {" + status + "}}");
        world.store().create(ResourceTypes.POD, object);
        pod = PodInfo.of(object);
    }

    private void podWith(String claim) {
        pod("{name: c, resourceClaimName: " + claim + "}", "");
    }

    private List<String> against(String node) {
        return rule.prepare(pod, world.cache()).against(world.node(node)).reasons();
    }

    private String everywhere() {
        return rule.prepare(pod, world.cache()).everywhere().orElse("");
    }

    private List<String> given(String node) {
        Map<ObjectKey, ObjectNode> plan =
                rule.plan(pod, world.node(node), world.cache()).orElseThrow();
        List<String> given = new ArrayList<>();
        plan.values().forEach(allocation -> Json.at(allocation, "devices", "results")
                .forEach(each -> given.add(Json.text(each, "pool") + "/" + Json.text(each, "device"))));
        return given;
    }

    @Test
    void aPodWithoutClaimsIsNotConcerned() {
        assertFalse(pod.claimsDevices());
        assertEquals("", everywhere());
        assertEquals(List.of(), against("b"));
    }

    @Test
    void asManyAsAreWantedAreTakenInTheOrderOfTheSlice() {
        claim("c", exactly("count: 2"), "");
        podWith("c");
        assertEquals(List.of("a/d0", "a/d1"), given("a"));
        assertEquals(NONE_LEFT, against("b"));
        assertTrue(rule.plan(pod, world.node("b"), world.cache()).isEmpty());
    }

    @Test
    void whatOthersHaveIsNotGivenAgainButMayBeWatched() {
        claim("theirs", exactly(""), results("a/d0", "a/d1"));
        claim("c", exactly(""), "");
        podWith("c");
        assertEquals(List.of("a/d2"), given("a"));
        world.store().modify(ResourceTypes.RESOURCE_CLAIM, "default", "c", object -> Json.with(
                        (ObjectNode) object.at("/spec/devices/requests/0"), "exactly")
                .put("adminAccess", true));
        assertEquals(List.of("a/d0"), given("a"));
    }

    @Test
    void onlyTheNewestGenerationOfAPoolCounts() {
        slice("a-2", "nodeName: a", "a", 2, 1, "{name: d9}");
        claim("c", exactly(""), "");
        podWith("c");
        assertEquals(List.of("a/d9"), given("a"));
    }

    @Test
    void allOfAPoolThatIsNotWholeCannotBeHad() {
        claim("c", exactly("allocationMode: All"), "");
        podWith("c");
        assertEquals(List.of("a/d0", "a/d1", "a/d2"), given("a"));
        slice("a-1b", "nodeName: a", "a", 1, 3, "{name: d3}");
        world.store().modify(ResourceTypes.RESOURCE_SLICE, "", "a-1", object -> Json.with(object, "spec", "pool")
                .put("resourceSliceCount", 3));
        assertEquals(NONE_LEFT, against("a"));
    }

    @Test
    void slicesReachAllNodesOrThoseTheySelectOrEachDeviceItsOwn() {
        slice("net", "allNodes: true", "net", 1, 1, "{name: n0}");
        slice(
                "zoned",
                "nodeSelector: {nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: [y]}]}]}",
                "zoned",
                1,
                1,
                "{name: z0}");
        slice(
                "each",
                "perDeviceNodeSelection: true",
                "each",
                1,
                1,
                "{name: e0, nodeName: b}, {name: e1, allNodes: true}");
        claim("c", exactly("allocationMode: All"), "");
        podWith("c");
        assertEquals(
                List.of("a/d0", "a/d1", "a/d2", "each/e1", "net/n0"),
                given("a").stream().sorted().toList());
        assertEquals(
                List.of("b/d0", "each/e0", "each/e1", "net/n0", "zoned/z0"),
                given("b").stream().sorted().toList());
    }

    @Test
    void aRuleThatTaintsADeviceKeepsItBack() {
        world.object(
                ResourceTypes.DEVICE_TAINT_RULE,
                "metadata: {name: t}, spec: {deviceSelector: {driver: d, pool: b}, taint: {key: x, effect: NoSchedule}}");
        claim("c", exactly(""), "");
        podWith("c");
        assertEquals(NONE_LEFT, against("b"));
        assertEquals(List.of(), against("a"));
    }

    @Test
    void laterRequestsMakeEarlierOnesChooseAgain() {
        world.object(
                ResourceTypes.DEVICE_CLASS,
                "metadata: {name: first}, spec: {selectors: [{cel: {expression: \"device.attributes['d'].n == 0\"}}]}");
        slice(
                "m",
                "nodeName: b",
                "m",
                1,
                1,
                "{name: m0, attributes: {n: {int: 0}}}, {name: m1, attributes: {n: {int: 1}}}");
        world.store().delete(ResourceTypes.RESOURCE_SLICE, "", "b-1", podium.simulator.store.DeleteOptions.now());
        claim(
                "c",
                "requests: [{name: any, exactly: {deviceClassName: gpu}}, {name: first, exactly: {deviceClassName: first}}]",
                "");
        podWith("c");
        assertEquals(List.of("m/m1", "m/m0"), given("b"));
    }

    @Test
    void anAllocatedClaimTiesThePodToItsNodes() {
        claim(
                "c",
                exactly(""),
                "allocation: {devices: {results: []}, nodeSelector: {nodeSelectorTerms: [{matchFields: [{key:"
                        + " metadata.name, operator: In, values: [b]}]}]}}");
        podWith("c");
        assertEquals(List.of("resourceclaim not available on the node"), against("a"));
        assertEquals(List.of(), against("b"));
        assertEquals(List.of(), given("b"), "it has what it needs");
    }

    @Test
    void whatIsMissingIsNamed() {
        podWith("none");
        assertEquals("resourceclaim.resource.k8s.io \"none\" not found", everywhere());
        claim("c", "requests: [{name: r, exactly: {deviceClassName: absent}}]", "");
        world.store()
                .modify(ResourceTypes.POD, "default", "p", object -> ((ObjectNode) object.at("/spec/resourceClaims/0"))
                        .put("resourceClaimName", "c"));
        assertEquals("request r: device class absent does not exist", everywhere());
    }

    @Test
    void aClaimThatIsStillToBeMadeIsWaitedForAndOneThatIsNotNeededIsNot() {
        pod("{name: c, resourceClaimTemplateName: t}", "");
        assertEquals("pod \"default/p\": ResourceClaim not created yet", everywhere());
        world.store().modify(ResourceTypes.POD, "default", "p", object -> Json.array(
                        Json.with(object, "status"), "resourceClaimStatuses")
                .addObject()
                .put("name", "c"));
        assertEquals("", everywhere());
        assertEquals(List.of(), against("b"));
    }

    @Test
    void aSelectorThatFailsRefusesTheNodeAndSaysWhy() {
        claim("c", exactly("selectors: [{cel: {expression: \"device.attributes['d'].missing == 1\"}}]"), "");
        podWith("c");
        assertTrue(
                against("a").getFirst().contains("missing"), () -> against("a").toString());
    }

    @Test
    void theConfigurationOfClassAndClaimIsRecorded() {
        claim("c", exactly("") + ", config: [{requests: [r], opaque: {driver: d, parameters: {x: 1}}}]", "");
        podWith("c");
        ObjectNode allocation =
                rule.plan(pod, world.node("a"), world.cache()).orElseThrow().get(new ObjectKey("default", "c"));
        assertEquals("FromClass", allocation.at("/devices/config/0/source").asText());
        assertEquals("r", allocation.at("/devices/config/0/requests/0").asText());
        assertEquals("FromClaim", allocation.at("/devices/config/1/source").asText());
        assertEquals(1, allocation.at("/devices/config/1/opaque/parameters/x").asInt());
    }
}
