// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.OfferedDevice;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.DeviceBuilder;
import podium.core.testkit.Offers;
import podium.model.value.Labels;
import podium.placement.internal.dra.cel.SelectorReader;

/** What was found for one node is found for another one like it. Number of random fleets: {@code podium.oracle.cases} / 200. */
class AlikeNodesTest {
    private static final int FLEETS = Integer.getInteger("podium.oracle.cases", 20_000) / 200;
    private static final int CHANGES = 8;
    private static final int MOST = 3;

    private final SelectorReader selectors = new SelectorReader();
    private int hits;

    private static List<ClaimToAllocate> claims(List<ClaimSpec> specs, boolean once) {
        List<ClaimToAllocate> claims = new ArrayList<>();
        specs.forEach(spec -> claims.add(new ClaimToAllocate("c" + claims.size(), spec, once && claims.isEmpty())));
        return claims;
    }

    /** One allocator for all nodes against one for each, which remembers nothing of others, on an index made anew. */
    private void compare(DeviceIndex following, List<ClaimToAllocate> claims, String what) {
        DeviceIndex fresh = new DeviceIndex(following.facts());
        Allocator all = new Allocator(following, selectors);
        List<ClaimToAllocate> next =
                claims.stream().filter(claim -> !claim.once()).toList();
        List<ServedCopies> seen = new ArrayList<>();
        for (int node = 0; node < RandomNodes.NODES; node++) {
            String name = RandomNodes.node(node);
            NodeDevices devices = following.devices(name, Labels.none());
            NodeDevices same = fresh.devices(name, Labels.none());
            Allocator one = new Allocator(fresh, selectors);
            ServedCopies served = all.served(devices, AllocationState.of(following), claims, next, MOST);
            assertEquals(
                    one.served(same, AllocationState.of(fresh), claims, next, MOST),
                    served,
                    () -> what + ", node " + name);
            hits += seen.stream().anyMatch(before -> before == served) ? 1 : 0;
            seen.add(served);
            if (served.sure() && served.copies() < MOST) {
                assertEquals(served.copies(), search(one, same, fresh, claims, next), () -> what + ", node " + name);
            }
            assertEquals(
                    one.why(same, AllocationState.of(fresh), claims, ResourceClaim::name),
                    all.why(devices, AllocationState.of(following), claims, ResourceClaim::name),
                    () -> what + ", node " + name);
        }
    }

    /** How many copies are found one after the other, as the scheduler would; fails where that is not known. */
    private static int search(
            Allocator allocator,
            NodeDevices node,
            DeviceIndex index,
            List<ClaimToAllocate> claims,
            List<ClaimToAllocate> next) {
        AllocationState now = AllocationState.of(index);
        AllocationOutcome last = allocator.allocate(node, now, claims);
        int copies = 0;
        while (copies < MOST && last instanceof AllocationOutcome.Found found) {
            copies++;
            now = now.with(found.all());
            last = allocator.allocate(node, now, next);
        }
        assertFalse(last instanceof AllocationOutcome.Unknown);
        return copies;
    }

    @Test
    void everyNodeServesWhatItServesByItselfHoweverSlicesAndClaimsChange() {
        for (int seed = 0; seed < FLEETS; seed++) {
            RandomNodes fleet = new RandomNodes(seed);
            SchedulingObjects facts = new SchedulingObjects();
            DeviceIndex following = new DeviceIndex(facts);
            facts.follow(following::follow);
            fleet.facts().forEach(facts::seen);
            List<ClaimToAllocate> claims = claims(fleet.claims(), seed % 5 == 0);
            compare(following, claims, "fleet " + seed);
            for (int i = 0; i < CHANGES; i++) {
                List<RandomNodes.Change> changes = fleet.next();
                changes.forEach(change -> change.in(facts));
                compare(following, claims, "fleet " + seed + ", change " + i + ", " + changes);
            }
        }
        assertTrue(hits > FLEETS, "alike nodes are rare: " + hits);
    }

    private static final ClaimSpec TWO_OF_A_ROOT = Offers.spec(
            new DeviceConstraint(List.of(), "resource.kubernetes.io/pcieRoot", false), Offers.request("r", "any", 2));

    private ServedCopies served(Allocator allocator, DeviceIndex index, String node, List<ClaimToAllocate> claims) {
        return allocator.served(index.devices(node, Labels.none()), AllocationState.of(index), claims, claims, 9);
    }

    @Test
    void nodesThatDifferInNamesOnlyAreCountedOnce() {
        SchedulingObjects facts = new SchedulingObjects();
        DeviceIndex index = new DeviceIndex(facts);
        facts.follow(index::follow);
        facts.seen(Offers.deviceClass("any"));
        facts.seen(Offers.gpus("na", 8));
        facts.seen(Offers.gpus("nb", 8));
        facts.seen(Offers.gpus("nc", 8));
        facts.seen(Offers.on(Offers.claim("held", TWO_OF_A_ROOT), "nc", List.of("gpu-1"), "q"));
        List<ClaimToAllocate> claims = List.of(new ClaimToAllocate("c", TWO_OF_A_ROOT, false));
        Allocator allocator = new Allocator(index, selectors);
        ServedCopies first = served(allocator, index, "na", claims);
        assertEquals(4, first.copies());
        assertSame(first, served(allocator, index, "nb", claims));
        assertNotEquals(first, served(allocator, index, "nc", claims), "somebody has one of its devices");
        facts.gone("ResourceClaim", "team", "held");
        assertSame(first, served(allocator, index, "nc", claims));
    }

    private static ResourceSlice roots(String node, String... roots) {
        OfferedDevice[] devices = new OfferedDevice[roots.length];
        for (int i = 0; i < devices.length; i++) {
            devices[i] = new DeviceBuilder("gpu-" + i)
                    .text("resource.kubernetes.io/pcieRoot", roots[i])
                    .build();
        }
        return Offers.slice(node, devices);
    }

    @Test
    void whichDevicesAreOfOneRootMattersAndNotHowItIsCalled() {
        SchedulingObjects facts = new SchedulingObjects();
        DeviceIndex index = new DeviceIndex(facts);
        facts.follow(index::follow);
        facts.seen(Offers.deviceClass("any"));
        facts.seen(roots("na", "0", "0", "1", "1"));
        facts.seen(roots("nb", "0", "1", "2", "3"));
        facts.seen(roots("nc", "x", "x", "y", "y"));
        List<ClaimToAllocate> claims = List.of(new ClaimToAllocate("c", TWO_OF_A_ROOT, false));
        Allocator allocator = new Allocator(index, selectors);
        ServedCopies first = served(allocator, index, "na", claims);
        assertEquals(2, first.copies());
        assertEquals(0, served(allocator, index, "nb", claims).copies());
        assertSame(first, served(allocator, index, "nc", claims));
    }

    @Test
    void theWordsOfOneNodeNameTheUsersOfEach() {
        SchedulingObjects facts = new SchedulingObjects();
        DeviceIndex index = new DeviceIndex(facts);
        facts.follow(index::follow);
        facts.seen(Offers.deviceClass("any"));
        for (String node : List.of("na", "nb")) {
            facts.seen(Offers.gpus(node, 2));
            facts.seen(Offers.on(Offers.claim(node + "-x", TWO_OF_A_ROOT), node, List.of("gpu-0"), "q"));
            facts.seen(Offers.on(Offers.claim(node + "-y", TWO_OF_A_ROOT), node, List.of("gpu-1"), "q"));
        }
        List<ClaimToAllocate> claims = List.of(new ClaimToAllocate("c", TWO_OF_A_ROOT, false));
        Allocator allocator = new Allocator(index, selectors);
        for (String node : List.of("na", "nb")) {
            assertEquals(
                    "asks for 2 devices of class any; the node has 2, 2 allocated: 1 by " + node + "-x, 1 by " + node
                            + "-y",
                    allocator
                            .why(
                                    index.devices(node, Labels.none()),
                                    AllocationState.of(index),
                                    claims,
                                    ResourceClaim::name)
                            .words());
        }
    }
}
