// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.ClaimSpec;
import podium.core.dra.CounterAmounts;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceRequest;
import podium.core.dra.NamedValues;
import podium.core.dra.OfferedDevice;
import podium.model.value.Taint;
import podium.model.value.Toleration;

/**
 * Whether claims can be met on a node, written down a second time: every way to pick devices is made, and each complete pick
 * is held against the rules one by one. Knows nothing of pools that are kept, of an order that saves work, or of CEL.
 */
final class DeviceOracle {
    private final RandomDevices world;
    private final List<Item> items = new ArrayList<>();
    private boolean incomplete;

    /** A device that can be had on the node, as far as its slice goes. */
    private record Item(ResourceSlice slice, OfferedDevice device) {}

    /** A device picked for a choice of a request. */
    private record Pick(int claim, String request, DeviceChoice choice, Item item) {}

    DeviceOracle(RandomDevices world) {
        this.world = world;
        for (String pool : new String[] {"p0", "p1"}) {
            List<ResourceSlice> near = new ArrayList<>();
            for (ResourceSlice slice : world.slices) {
                if (slice.pool().equals(pool) && near(slice)) {
                    near.add(slice);
                }
            }
            boolean any = near.stream().anyMatch(slice -> slice.counters().isEmpty());
            long newest =
                    near.stream().mapToLong(ResourceSlice::generation).max().orElse(0);
            near.removeIf(slice -> slice.generation() < newest);
            List<ResourceSlice> all = new ArrayList<>(world.slices);
            all.removeIf(slice -> !slice.pool().equals(pool));
            boolean old = all.stream().anyMatch(slice -> slice.generation() > newest);
            all.removeIf(slice -> slice.generation() != newest);
            if (!any || near.isEmpty()) {
                continue;
            }
            boolean whole = near.size() == near.getFirst().count();
            if (!whole && old) {
                continue;
            }
            if (!whole && all.size() != near.getFirst().count()) {
                incomplete = true;
                continue;
            }
            for (ResourceSlice slice : near) {
                for (OfferedDevice device : slice.devices()) {
                    if (!slice.reach().each() || device.reach().node().equals(RandomDevices.NODE)) {
                        items.add(new Item(slice, device));
                    }
                }
            }
        }
    }

    private static boolean near(ResourceSlice slice) {
        return !slice.counters().isEmpty()
                || slice.reach().all()
                || slice.reach().node().equals(RandomDevices.NODE)
                || slice.reach().each()
                        && slice.devices().stream()
                                .anyMatch(device -> device.reach().node().equals(RandomDevices.NODE));
    }

    boolean canBeMet() {
        for (ClaimSpec claim : world.claims) {
            for (DeviceRequest request : claim.requests()) {
                for (DeviceChoice choice : request.choices()) {
                    if (type(choice) == null || choice.all() && incomplete) {
                        return false;
                    }
                }
            }
        }
        return pick(0, 0, List.of());
    }

    private @Nullable DeviceClass type(DeviceChoice choice) {
        for (DeviceClass one : world.classes) {
            if (one.name().equals(choice.deviceClass())) {
                return one;
            }
        }
        return null;
    }

    private boolean pick(int claim, int request, List<Pick> picks) {
        if (claim == world.claims.size()) {
            return valid(picks);
        }
        List<DeviceRequest> requests = world.claims.get(claim).requests();
        if (request == requests.size()) {
            return pick(claim + 1, 0, picks);
        }
        for (DeviceChoice choice : requests.get(request).choices()) {
            List<Item> matching = new ArrayList<>();
            for (Item item : items) {
                if (selected(choice, item)) {
                    matching.add(item);
                }
            }
            if (choice.all()) {
                matching.removeIf(item -> !roomy(choice, item.device(), had(item)));
            }
            long count = choice.all() ? Math.max(1, matching.size()) : choice.count();
            if (subsets(claim, request, choice, matching, 0, count, picks)) {
                return true;
            }
        }
        return false;
    }

    private boolean subsets(
            int claim, int request, DeviceChoice choice, List<Item> of, int from, long count, List<Pick> picks) {
        if (count == 0) {
            return pick(claim, request + 1, picks);
        }
        for (int i = from; i < of.size(); i++) {
            List<Pick> more = new ArrayList<>(picks);
            String name = world.claims.get(claim).requests().get(request).name();
            more.add(new Pick(claim, name, choice, of.get(i)));
            if (subsets(claim, request, choice, of, i + 1, count - 1, more)) {
                return true;
            }
        }
        return false;
    }

    private boolean selected(DeviceChoice choice, Item item) {
        DeviceClass type = type(choice);
        List<String> selectors = new ArrayList<>(choice.selectors());
        selectors.addAll(type == null ? List.of() : type.selectors());
        for (String selector : selectors) {
            if (!RandomDevices.MEANINGS.get(selector).test(item.slice().driver(), item.device())) {
                return false;
            }
        }
        return true;
    }

    private boolean valid(List<Pick> picks) {
        for (int i = 0; i < picks.size(); i++) {
            Pick pick = picks.get(i);
            if (!pick.choice().admin() && whollyHad(pick.item()) || tainted(pick)) {
                return false;
            }
            for (Pick before : picks.subList(0, i)) {
                boolean same =
                        before.item() == pick.item() && !pick.item().device().shared();
                if (same && (!pick.choice().admin() || before.claim() == pick.claim())) {
                    return false;
                }
            }
            Map<String, BigDecimal> others = had(pick.item());
            for (Pick before : picks.subList(0, i)) {
                if (before.item() == pick.item() && pick.item().device().shared()) {
                    takes(before.choice(), pick.item().device())
                            .forEach((name, amount) -> others.merge(name, amount, BigDecimal::add));
                }
            }
            if (!roomy(pick.choice(), pick.item().device(), others)) {
                return false;
            }
        }
        for (int claim = 0; claim < world.claims.size(); claim++) {
            for (DeviceConstraint constraint : world.claims.get(claim).constraints()) {
                if (!kept(constraint, claim, picks)) {
                    return false;
                }
            }
        }
        return counted(picks);
    }

    private List<AllocatedDevice> holdings(Item item) {
        List<AllocatedDevice> found = new ArrayList<>();
        for (ResourceClaim claim : world.holders) {
            for (AllocatedDevice held : claim.allocation().orElseThrow().devices()) {
                if (!held.admin()
                        && held.id().driver().equals(item.slice().driver())
                        && held.id().pool().equals(item.slice().pool())
                        && held.id().device().equals(item.device().name())) {
                    found.add(held);
                }
            }
        }
        return found;
    }

    private boolean whollyHad(Item item) {
        return holdings(item).stream().anyMatch(held -> held.share().isEmpty());
    }

    private Map<String, BigDecimal> had(Item item) {
        Map<String, BigDecimal> sum = new HashMap<>();
        for (AllocatedDevice held : holdings(item)) {
            if (!held.share().isEmpty()) {
                held.consumed().forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
            }
        }
        return sum;
    }

    private boolean tainted(Pick pick) {
        List<Taint> taints = new ArrayList<>(pick.item().device().taints());
        for (DeviceTaintRule rule : world.rules) {
            boolean here = rule.pool().isEmpty()
                    || rule.pool().equals(pick.item().slice().pool());
            if (here && rule.device().equals(pick.item().device().name())) {
                taints.add(rule.taint());
            }
        }
        for (Taint taint : taints) {
            boolean tolerated = taint.effect().equals("None");
            for (Toleration t : pick.choice().tolerations()) {
                tolerated |= Set.of("", taint.effect()).contains(t.effect())
                        && Set.of("", taint.key()).contains(t.key())
                        && (t.operator().equals("Exists") || t.value().equals(taint.value()));
            }
            if (!tolerated) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, BigDecimal> takes(DeviceChoice choice, OfferedDevice device) {
        Map<String, BigDecimal> takes = new TreeMap<>();
        device.capacity()
                .forEach((name, has) -> takes.put(name, takes(choice.capacity().get(name), has)));
        return takes;
    }

    private static BigDecimal takes(@Nullable BigDecimal asked, Capacity has) {
        Capacity.@Nullable Policy policy =
                has.policy().isPresent() ? has.policy().get() : null;
        if (asked == null) {
            return policy == null ? has.value() : policy.usual().orElse(has.value());
        }
        if (policy != null && policy.range().isPresent()) {
            long least = policy.range().get().least().orElseThrow().longValue();
            long step = policy.range().get().step().orElseThrow().longValue();
            long next = least;
            while (next < asked.longValue()) {
                next += step;
            }
            return BigDecimal.valueOf(next);
        }
        BigDecimal takes = asked;
        for (BigDecimal value :
                policy == null ? List.<BigDecimal>of() : policy.values().reversed()) {
            takes = value.compareTo(asked) >= 0 ? value : takes;
        }
        return takes;
    }

    private static boolean roomy(DeviceChoice choice, OfferedDevice device, Map<String, BigDecimal> others) {
        for (String name : choice.capacity().names()) {
            if (device.capacity().get(name) == null) {
                return false;
            }
        }
        boolean[] roomy = {true};
        device.capacity().forEach((name, has) -> {
            BigDecimal takes = takes(choice.capacity().get(name), has);
            boolean usual = has.policy()
                    .flatMap(Capacity.Policy::usual)
                    .filter(it -> it.compareTo(takes) == 0)
                    .isPresent();
            if (has.policy().isPresent() && !usual) {
                Capacity.Policy policy = has.policy().get();
                roomy[0] &=
                        policy.values().isEmpty() || policy.values().stream().anyMatch(it -> it.compareTo(takes) == 0);
                if (policy.range().isPresent()) {
                    long above = takes.longValue()
                            - policy.range().get().least().orElseThrow().longValue();
                    roomy[0] &= takes.compareTo(policy.range().get().most().orElseThrow()) <= 0
                            && above % policy.range().get().step().orElseThrow().longValue() == 0;
                }
            }
            roomy[0] &= takes.add(others.getOrDefault(name, BigDecimal.ZERO)).compareTo(has.value()) <= 0;
        });
        return roomy[0];
    }

    private static boolean kept(DeviceConstraint constraint, int claim, List<Pick> picks) {
        List<Attribute> values = new ArrayList<>();
        for (Pick pick : picks) {
            String full = pick.request() + "/" + pick.choice().name();
            if (pick.claim() == claim
                    && (constraint.requests().isEmpty()
                            || constraint.requests().contains(pick.request())
                            || constraint.requests().contains(full))) {
                NamedValues<Attribute> attributes = pick.item().device().attributes();
                String bare =
                        constraint.attribute().substring(constraint.attribute().indexOf('/') + 1);
                Attribute value = attributes.get(constraint.attribute());
                if (value == null && pick.item().slice().driver().equals(RandomDevices.DRIVER)) {
                    value = attributes.get(bare);
                }
                if (value == null
                        || !values.isEmpty()
                                && (constraint.distinct() ? values.contains(value) : !values.contains(value))) {
                    return false;
                }
                values.add(value);
            }
        }
        return true;
    }

    private boolean counted(List<Pick> picks) {
        for (ResourceSlice sets : world.slices) {
            for (CounterAmounts set : sets.counters()) {
                for (String counter : set.amounts().names()) {
                    BigDecimal left = BigDecimal.ZERO.add(set.amounts().get(counter));
                    boolean concerned = picks.stream()
                            .anyMatch(pick -> pick.item().slice().pool().equals(sets.pool()));
                    for (ResourceSlice slice : world.slices) {
                        for (OfferedDevice device : slice.devices()) {
                            boolean had = slice.generation() == sets.generation()
                                    && !holdings(new Item(slice, device)).isEmpty();
                            boolean picked =
                                    picks.stream().anyMatch(pick -> pick.item().device() == device);
                            long times = picks.stream()
                                    .filter(pick -> pick.item().device() == device)
                                    .count();
                            if (slice.pool().equals(sets.pool()) && (had || picked)) {
                                left = left.subtract(uses(device, set.set(), counter)
                                        .multiply(BigDecimal.valueOf(times + (had ? 1 : 0))));
                            }
                        }
                    }
                    if (concerned && left.signum() < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static BigDecimal uses(OfferedDevice device, String set, String counter) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CounterAmounts use : device.counters()) {
            BigDecimal amount = use.set().equals(set) ? use.amounts().get(counter) : null;
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "near " + items + (incomplete ? " and more to come" : "");
    }
}
