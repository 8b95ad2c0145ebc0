// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.CounterAmounts;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceId;
import podium.core.dra.DeviceRequest;
import podium.core.dra.NamedValues;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.testkit.DeviceBuilder;
import podium.core.testkit.Offers;
import podium.model.value.Taint;
import podium.model.value.Toleration;

/** A node with a few devices, some of them had, and claims that want some: small enough to try every way. */
final class RandomDevices {
    static final String DRIVER = "gpu.example.com";
    static final String NODE = "n";

    /** Expressions with what they mean, said a second time without CEL. */
    static final Map<String, BiPredicate<String, OfferedDevice>> MEANINGS = Map.of(
            "device.driver == 'gpu.example.com'",
            (driver, device) -> driver.equals(DRIVER),
            "device.attributes['gpu.example.com'].?type.orValue('') == 'a'",
            (driver, device) -> driver.equals(DRIVER)
                    && new Attribute.Text("a").equals(device.attributes().get("type")),
            "has(device.attributes['gpu.example.com'].type) && device.attributes['gpu.example.com'].type != 'a'",
            (driver, device) -> driver.equals(DRIVER)
                    && new Attribute.Text("b").equals(device.attributes().get("type")),
            "'memory' in device.capacity['gpu.example.com']"
                    + " && device.capacity['gpu.example.com'].memory.compareTo(quantity('20')) >= 0",
            (driver, device) -> driver.equals(DRIVER) && memory(device) >= 20);

    private static final String[] CLASSES = {"any", "typed"};

    private final Random random;
    /** Counters are not mixed with what makes the scheduler forget some that it took. */
    private final boolean counters;

    final List<ResourceSlice> slices = new ArrayList<>();
    final List<ResourceClaim> holders = new ArrayList<>();
    final List<DeviceClass> classes = new ArrayList<>();
    final List<DeviceTaintRule> rules = new ArrayList<>();
    final List<ClaimSpec> claims = new ArrayList<>();
    private int devices;

    RandomDevices(long seed) {
        random = new Random(seed * 7_919 + 1);
        counters = chance(25);
        classes.add(new DeviceClass("any", List.of(), "", null));
        classes.add(new DeviceClass("typed", List.of(expression()), "", null));
        pool("p0", DRIVER);
        if (chance(40)) {
            pool("p1", chance(50) ? DRIVER : "net.example.com");
        }
        if (!counters && chance(10)) {
            rules.add(new DeviceTaintRule("r", "", chance(50) ? "p0" : "", "d1", taint()));
        }
        hold();
        int count = chance(25) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            claims.add(claim());
        }
    }

    private static long memory(OfferedDevice device) {
        Capacity memory = device.capacity().get("memory");
        return memory == null ? -1 : memory.value().longValue();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    List<SchedulingObject> facts() {
        List<SchedulingObject> facts = new ArrayList<>(slices);
        facts.addAll(classes);
        facts.addAll(holders);
        facts.addAll(rules);
        return facts;
    }

    private String expression() {
        List<String> all = MEANINGS.keySet().stream().sorted().toList();
        return all.get(random.nextInt(all.size()));
    }

    private Taint taint() {
        return new Taint(
                chance(50) ? "hot" : "out",
                chance(50) ? "" : "x",
                new String[] {"NoSchedule", "NoExecute", "None"}[random.nextInt(3)]);
    }

    private void pool(String name, String driver) {
        int count = 1 + random.nextInt(2);
        long generation = 1 + random.nextInt(2);
        boolean lacking = chance(5);
        int sets = counters ? 1 : 0;
        for (int i = 0; i < count; i++) {
            List<OfferedDevice> offered = new ArrayList<>();
            int size = random.nextInt(4);
            for (int d = 0; d < size && devices < 5; d++) {
                offered.add(device("d" + devices++));
            }
            boolean elsewhere = chance(10);
            boolean each = !elsewhere && chance(10);
            slices.add(new ResourceSlice(
                    name + "-" + i,
                    driver,
                    name,
                    chance(5) ? generation - 1 : generation,
                    count + sets + (lacking ? 1 : 0),
                    each
                            ? new NodeReach("", false, List.of(), true)
                            : elsewhere ? NodeReach.of("other") : chance(20) ? everywhere() : NodeReach.of(NODE),
                    offered,
                    List.of()));
        }
        if (counters) {
            slices.add(new ResourceSlice(
                    name + "-c",
                    driver,
                    name,
                    generation,
                    count + sets + (lacking ? 1 : 0),
                    NodeReach.of(NODE),
                    List.of(),
                    List.of(
                            new CounterAmounts("s0", NamedValues.of(Map.of("m", amount(3)))),
                            new CounterAmounts("s1", NamedValues.of(Map.of("m", amount(2), "n", amount(1)))))));
        }
    }

    private static NodeReach everywhere() {
        return new NodeReach("", true, List.of(), false);
    }

    private static BigDecimal amount(long value) {
        return BigDecimal.valueOf(value);
    }

    private OfferedDevice device(String name) {
        DeviceBuilder device = new DeviceBuilder(name);
        if (chance(85)) {
            device.text("type", chance(60) ? "a" : "b");
        }
        if (chance(85)) {
            device.text("root", "" + random.nextInt(2));
        }
        if (chance(20)) {
            device.with(DRIVER + "/port", new Attribute.Whole(random.nextInt(2)));
        }
        if (chance(80)) {
            String most = "" + 10 * (1 + random.nextInt(4));
            if (chance(30)) {
                device.capacity("memory", most, policy());
            } else {
                device.capacity("memory", most);
            }
        }
        if (counters) {
            device.counters("s0", "m", 1 + random.nextInt(2));
            if (chance(40)) {
                device.counters("s1", chance(50) ? "m" : "n", 1);
            }
        } else {
            if (chance(20)) {
                Taint taint = taint();
                device.taint(taint.key(), taint.value(), taint.effect());
            }
            if (chance(25)) {
                device.shared();
            }
        }
        device.reach(chance(70) ? NodeReach.of(NODE) : NodeReach.of("other"));
        return device.build();
    }

    private Capacity.Policy policy() {
        Optional<BigDecimal> usual = chance(50) ? Optional.of(amount(10)) : Optional.empty();
        return switch (random.nextInt(3)) {
            case 0 -> new Capacity.Policy(usual, List.of(amount(10), amount(20)), Optional.empty());
            case 1 ->
                new Capacity.Policy(
                        usual,
                        List.of(),
                        Optional.of(new Capacity.Range(
                                Optional.of(amount(4)), Optional.of(amount(16)), Optional.of(amount(3)))));
            default -> new Capacity.Policy(usual, List.of(), Optional.empty());
        };
    }

    private void hold() {
        for (ResourceSlice slice : slices) {
            for (OfferedDevice device : slice.devices()) {
                if (chance(12)) {
                    DeviceId id = new DeviceId(slice.driver(), slice.pool(), device.name());
                    boolean share = device.shared() && chance(70);
                    AllocatedDevice held = new AllocatedDevice(
                            "r",
                            id,
                            chance(10),
                            share ? "s" : "",
                            share && device.capacity().get("memory") != null
                                    ? NamedValues.of(Map.of("memory", amount(5L * (1 + random.nextInt(4)))))
                                    : NamedValues.none());
                    holders.add(Offers.having(
                            Offers.claim("held-" + holders.size(), Offers.spec()),
                            new ClaimAllocation(List.of(held), List.of())));
                }
            }
        }
    }

    private ClaimSpec claim() {
        List<DeviceRequest> requests = new ArrayList<>();
        // with a rule, "all" devices that break it end the scheduler's search at once
        boolean ruled = !counters && chance(30);
        boolean single = chance(30);
        int count = chance(35) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            requests.add(new DeviceRequest(
                    "r" + i,
                    chance(80)
                            ? List.of(choice("", single, ruled))
                            : List.of(choice("x", single, ruled), choice("y", single, ruled))));
        }
        List<DeviceConstraint> constraints = new ArrayList<>();
        if (ruled) {
            boolean distinct = single && chance(60);
            List<String> of = chance(60) ? List.of() : List.of(chance(50) ? "r0" : "r0/x", "r1");
            constraints.add(new DeviceConstraint(of, DRIVER + "/" + (chance(70) ? "root" : "port"), distinct));
        }
        return new ClaimSpec(requests, constraints);
    }

    private DeviceChoice choice(String name, boolean single, boolean ruled) {
        boolean all = !single && !ruled && chance(15);
        boolean asksCapacity = chance(15);
        return new DeviceChoice(
                name,
                chance(98) ? CLASSES[random.nextInt(2)] : "none",
                chance(40) ? List.of(expression()) : List.of(),
                all,
                single ? 1 : 1 + random.nextInt(2),
                name.isEmpty() && chance(8),
                chance(30)
                        ? List.of(new Toleration(
                                chance(50) ? "hot" : "",
                                chance(60) ? "Exists" : "Equal",
                                "",
                                chance(70) ? "" : "NoSchedule"))
                        : List.of(),
                asksCapacity
                        ? NamedValues.of(Map.of(chance(90) ? "memory" : "cores", amount(3L * (1 + random.nextInt(7)))))
                        : NamedValues.none());
    }
}
