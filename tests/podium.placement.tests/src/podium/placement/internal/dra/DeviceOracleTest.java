// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.OfferedDevice;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.DeviceBuilder;
import podium.core.testkit.Offers;
import podium.model.value.Labels;
import podium.placement.internal.dra.cel.SelectorReader;

/** Number of random nodes by the system property {@code podium.oracle.cases}. */
class DeviceOracleTest {
    private static final int CASES = Integer.getInteger("podium.oracle.cases", 100_000);

    private final SelectorReader selectors = new SelectorReader();

    private static DeviceIndex index(List<SchedulingObject> facts) {
        SchedulingObjects all = new SchedulingObjects();
        facts.forEach(all::seen);
        return new DeviceIndex(all);
    }

    private static List<ClaimToAllocate> claims(RandomDevices world) {
        List<ClaimToAllocate> claims = new ArrayList<>();
        world.claims.forEach(spec -> claims.add(new ClaimToAllocate("c" + claims.size(), spec, false)));
        return claims;
    }

    private AllocationOutcome outcome(DeviceIndex index, RandomDevices world) {
        return new Allocator(index, selectors)
                .allocate(index.devices(RandomDevices.NODE, Labels.none()), AllocationState.of(index), claims(world));
    }

    @Test
    void everyOutcomeIsThatOfTryingEveryWay() {
        int found = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomDevices world = new RandomDevices(seed);
            boolean expected = new DeviceOracle(world).canBeMet();
            DeviceIndex index = index(world.facts());
            AllocationOutcome outcome = outcome(index, world);
            int of = seed;
            assertEquals(
                    expected,
                    outcome instanceof AllocationOutcome.Found,
                    () -> "case " + of + ": " + outcome + "\n" + world.claims + "\n" + world.facts());
            found += expected ? 1 : 0;
            if (outcome instanceof AllocationOutcome.None) {
                String why = new Allocator(index, selectors)
                        .why(
                                index.devices(RandomDevices.NODE, Labels.none()),
                                AllocationState.of(index),
                                claims(world),
                                ResourceClaim::name)
                        .words();
                assertTrue(why.contains("asks "), () -> "case " + of + ": " + why);
            }
        }
        assertTrue(found > CASES / 5 && found < CASES * 4 / 5, "the cases are lopsided: " + found);
    }

    @Test
    void whatIsFoundCanBeHeldAndGivenBack() {
        for (int seed = 0; seed < CASES / 20; seed++) {
            RandomDevices world = new RandomDevices(seed);
            DeviceIndex index = index(world.facts());
            if (outcome(index, world) instanceof AllocationOutcome.Found found) {
                AllocationState before = AllocationState.of(index);
                AllocationState held = before;
                for (var devices : found.devices()) {
                    held = held.with(devices);
                }
                for (var device : found.devices().stream().flatMap(List::stream).toList()) {
                    boolean whole = !device.admin() && device.share().isEmpty();
                    assertFalse(whole && before.of(device.id()).whole(), "it was free");
                    assertTrue(!whole || held.of(device.id()).whole());
                    assertTrue(device.admin() || held.of(device.id()).any());
                }
            }
        }
    }

    @Test
    void anIndexThatFollowedEveryChangeSaysTheSameAsAFreshOne() {
        for (int seed = 0; seed < CASES / 50; seed++) {
            RandomDevices world = new RandomDevices(seed);
            SchedulingObjects facts = new SchedulingObjects();
            DeviceIndex following = new DeviceIndex(facts);
            facts.follow(following::follow);
            List<SchedulingObject> order = new ArrayList<>(world.facts());
            Random random = new Random(seed);
            Collections.shuffle(order, random);
            new RandomDevices(seed + 1).facts().forEach(facts::seen);
            following.devices(RandomDevices.NODE, Labels.none());
            List<SchedulingObject> stale = new ArrayList<>(new RandomDevices(seed + 1).facts());
            Collections.shuffle(stale, random);
            stale.forEach(fact -> {
                following.devices(RandomDevices.NODE, Labels.none());
                facts.gone(fact.getClass().getSimpleName(), fact.namespace(), fact.name());
            });
            order.forEach(fact -> {
                facts.seen(fact);
                following.devices(RandomDevices.NODE, Labels.none());
            });
            assertEquals(outcome(index(world.facts()), world), outcome(following, world), "case " + seed);
        }
    }

    @Test
    void aSearchThatWouldNeverEndIsGivenUpWithAWord() {
        // 24 devices of 24 kinds, 14 of them wanted, and two rules that no 14 of them keep
        List<OfferedDevice> devices = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            devices.add(new DeviceBuilder("d" + i)
                    .text("root", "" + i % 2)
                    .text("kind", "" + i)
                    .build());
        }
        var rule = new DeviceConstraint(List.of(), Offers.DRIVER + "/root", false);
        var other = new DeviceConstraint(List.of("a"), Offers.DRIVER + "/kind", true);
        var spec = new ClaimSpec(
                List.of(Offers.request("a", "any", 7), Offers.request("b", "any", 7)), List.of(rule, other));
        DeviceIndex index =
                index(List.of(Offers.deviceClass("any"), Offers.slice("n", devices.toArray(OfferedDevice[]::new))));
        AllocationOutcome outcome = new Allocator(index, selectors)
                .allocate(
                        index.devices("n", Labels.none()),
                        AllocationState.of(index),
                        List.of(new ClaimToAllocate("c", spec, false)));
        assertInstanceOf(AllocationOutcome.Unknown.class, outcome);
    }
}
