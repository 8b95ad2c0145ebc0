// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceId;
import podium.kubernetes.testkit.Data;
import podium.model.value.Taint;
import podium.model.value.Toleration;

/** Claims, templates, classes and rules, in the words of three API versions. */
class ClaimDecoderTest {
    private final ClaimDecoder claims = new ClaimDecoder();

    private static SchedulingObject fact(List<Change> changes) {
        assertEquals(1, changes.size());
        return ((Change.FactSeen) changes.getFirst()).fact();
    }

    private ResourceClaim claim(String metadata, String spec, String status) {
        return (ResourceClaim) fact(claims.claim(Data.tree("{\"metadata\":{\"namespace\":\"team\",\"name\":\"c\""
                + metadata + "},\"spec\":{\"devices\":" + spec + "},\"status\":" + status + "}")));
    }

    private ClaimSpec spec(String devices) {
        return claim("", devices, "{}").spec();
    }

    @Test
    void aRequestOfV1beta1IsThatOfLaterVersionsUnwrapped() {
        String exactly = """
            "deviceClassName":"gpu","allocationMode":"ExactCount","count":4,"adminAccess":true,
            "selectors":[{"cel":{"expression":"device.driver == 'x'"}}],
            "tolerations":[{"key":"k","operator":"Exists","effect":"NoSchedule"}],
            "capacity":{"requests":{"memory":"10Gi"}}\
            """;
        ClaimSpec old = spec("{\"requests\":[{\"name\":\"r\"," + exactly + "}]}");
        ClaimSpec now = spec("{\"requests\":[{\"name\":\"r\",\"exactly\":{" + exactly + "}}]}");
        assertSame(old, now, "and equal ones are one object");
        DeviceChoice choice = now.requests().getFirst().choices().getFirst();
        assertEquals("", choice.name());
        assertEquals("gpu", choice.deviceClass());
        assertEquals(List.of("device.driver == 'x'"), choice.selectors());
        assertFalse(choice.all());
        assertEquals(4, choice.count());
        assertTrue(choice.admin());
        assertEquals(List.of(new Toleration("k", "Exists", "", "NoSchedule")), choice.tolerations());
        assertEquals(
                0,
                BigDecimal.valueOf(10L << 30)
                        .compareTo(Optional.ofNullable(choice.capacity().get("memory"))
                                .orElseThrow()));
    }

    @Test
    void alternativesKeepTheirOrderAndNames() {
        List<DeviceChoice> choices = spec("""
            {"requests":[{"name":"r","firstAvailable":[{"name":"big","deviceClassName":"a","count":2},
            {"name":"small","deviceClassName":"b","allocationMode":"All"}]}]}\
            """).requests().getFirst().choices();
        assertEquals(
                List.of("big", "small"),
                choices.stream().map(DeviceChoice::name).toList());
        assertEquals(2, choices.getFirst().count());
        assertTrue(choices.getLast().all());
        assertEquals(1, choices.getLast().count(), "one is the default");
    }

    @Test
    void aRequestOfAKindThatIsNotKnownHasNoChoice() {
        assertEquals(
                List.of(),
                spec("{\"requests\":[{\"name\":\"r\",\"later\":{}}]}")
                        .requests()
                        .getFirst()
                        .choices());
    }

    @Test
    void rulesBetweenDevicesAreRead() {
        assertEquals(
                List.of(
                        new DeviceConstraint(List.of("a", "b/c"), "x.io/root", false),
                        new DeviceConstraint(List.of(), "x.io/port", true),
                        new DeviceConstraint(List.of(), "", false)),
                spec("""
                    {"constraints":[{"requests":["a","b/c"],"matchAttribute":"x.io/root"},{"distinctAttribute":"x.io/port"},{}]}\
                    """).constraints());
    }

    @Test
    void theDevicesOfAClaimAndItsUsersAreRead() {
        ResourceClaim claim = claim("""
            ,"uid":"u1","annotations":{"resource.kubernetes.io/pod-claim-name":"gpus"},"deletionTimestamp":"2026-07-01T00:00:00Z",
            "ownerReferences":[{"kind":"Pod","name":"p","uid":"u2","controller":true}]\
            """, "{}", """
            {"allocation":{"devices":{"results":[{"request":"r/big","driver":"d","pool":"n1","device":"gpu-0"},
            {"request":"s","driver":"d","pool":"n1","device":"gpu-1","adminAccess":true,"shareID":"s1","consumedCapacity":{"memory":"1Gi"}}]},
            "nodeSelector":{"nodeSelectorTerms":[{"matchFields":[{"key":"metadata.name","operator":"In","values":["n1"]}]}]}},
            "reservedFor":[{"resource":"pods","name":"p","uid":"u2"}]}\
            """);
        ClaimAllocation allocation = claim.allocation().orElseThrow();
        assertEquals(Optional.of("n1"), allocation.node());
        assertEquals(
                new DeviceId("d", "n1", "gpu-0"),
                allocation.devices().getFirst().id());
        assertEquals("r/big", allocation.devices().getFirst().request());
        assertEquals("", allocation.devices().getFirst().share());
        assertTrue(allocation.devices().getLast().admin());
        assertEquals("s1", allocation.devices().getLast().share());
        assertEquals(
                List.of("memory"), allocation.devices().getLast().consumed().names());
        assertEquals(List.of(new ClaimUser("pods", "p", "u2")), claim.users());
        assertEquals("u2", claim.owner());
        assertEquals("gpus", claim.podClaim());
        assertFalse(claim.extended());
        assertTrue(claim.ending());
    }

    @Test
    void aClaimWithoutAStatusIsFreeAndNobodys() {
        ResourceClaim claim = claim("", "{}", "null");
        assertEquals(Optional.empty(), claim.allocation());
        assertEquals(List.of(), claim.users());
        assertEquals("", claim.owner());
        assertFalse(claim.ending());
    }

    @Test
    void aClaimForExtendedResourcesIsMarked() {
        assertTrue(claim(",\"annotations\":{\"resource.kubernetes.io/extended-resource-claim\":\"true\"}", "{}", "{}")
                .extended());
    }

    @Test
    void aTemplateAsksAsItsClaimsDo() {
        ResourceClaimTemplate template = (ResourceClaimTemplate) fact(claims.template(Data.tree("""
            {"metadata":{"namespace":"team","name":"t"},"spec":{"spec":{"devices":{"requests":[{"name":"r","exactly":{"deviceClassName":"gpu"}}]}}}}\
            """)));
        assertSame(
                template.spec(), spec("{\"requests\":[{\"name\":\"r\",\"exactly\":{\"deviceClassName\":\"gpu\"}}]}"));
    }

    @Test
    void aClassHasSelectorsAndMayServeAnExtendedResource() {
        assertEquals(
                new DeviceClass("gpu", List.of("a", "b"), "example.com/gpu", Instant.parse("2026-07-01T00:00:00Z")),
                fact(ClaimDecoder.deviceClass(Data.tree("""
                    {"metadata":{"name":"gpu","creationTimestamp":"2026-07-01T00:00:00Z"},
                    "spec":{"extendedResourceName":"example.com/gpu","selectors":[{"cel":{"expression":"a"}},{"cel":{"expression":"b"}}]}}\
                    """))));
    }

    @Test
    void aRuleTaintsByNamesAndOneThatSelectsOtherwiseIsLeftOut() {
        String rule = """
            {"metadata":{"name":"r"},"spec":{"deviceSelector":{%s},"taint":{"key":"k","value":"v","effect":"NoExecute"}}}\
            """;
        assertEquals(
                new DeviceTaintRule("r", "d", "p", "x", new Taint("k", "v", "NoExecute")),
                fact(ClaimDecoder.taintRule(
                        Data.tree(rule.formatted("\"driver\":\"d\",\"pool\":\"p\",\"device\":\"x\"")))));
        assertEquals(List.of(), ClaimDecoder.taintRule(Data.tree(rule.formatted("\"deviceClassName\":\"gpu\""))));
    }
}
