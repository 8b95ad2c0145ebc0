// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.CounterAmounts;
import podium.core.dra.DeviceId;
import podium.core.dra.NamedValues;
import podium.core.dra.OfferedDevice;
import podium.model.value.Labels;
import podium.model.value.Taint;
import podium.placement.texts.Texts;

/**
 * Puts the slices that reach a node together to pools (structured allocator, GatherPools). A pool counts by its latest
 * generation only, and only once all its slices are there.
 */
final class PoolGatherer {
    private static final Comparator<DevicePool> ORDER = Comparator.comparing(DevicePool::awaits)
            .thenComparing(DevicePool::driver)
            .thenComparing(DevicePool::name);

    private final ResourceSliceIndex book;
    private final List<DeviceTaintRule> rules;
    private final String node;
    private final Labels labels;

    PoolGatherer(ResourceSliceIndex book, List<DeviceTaintRule> rules, String node, Labels labels) {
        this.book = book;
        this.rules = rules;
        this.node = node;
        this.labels = labels;
    }

    List<DevicePool> pools() {
        Map<ResourceSliceIndex.PoolId, List<ResourceSlice>> reaching = new LinkedHashMap<>();
        for (ResourceSlice slice : book.near(node)) {
            if (slice.counters().isEmpty() && reaches(slice)) {
                reaching.computeIfAbsent(ResourceSliceIndex.pool(slice), id -> new ArrayList<>())
                        .add(slice);
            }
        }
        List<DevicePool> pools = new ArrayList<>();
        reaching.forEach((id, slices) -> {
            // counters are needed wherever they are said to be
            for (ResourceSlice slice : book.all(id)) {
                if (!slice.counters().isEmpty()) {
                    slices.add(slice);
                }
            }
            gather(id, latest(slices)).ifPresent(pools::add);
        });
        if (pools.size() > 1) {
            pools.sort(ORDER);
        }
        return List.copyOf(pools);
    }

    private boolean reaches(ResourceSlice slice) {
        return slice.reach().given()
                ? slice.reach().reaches(node, labels)
                : slice.reach().each()
                        && slice.devices().stream()
                                .anyMatch(device -> device.reach().reaches(node, labels));
    }

    private static List<ResourceSlice> latest(List<ResourceSlice> slices) {
        if (slices.size() == 1) {
            return slices;
        }
        long generation =
                slices.stream().mapToLong(ResourceSlice::generation).max().orElse(0);
        return slices.stream().filter(slice -> slice.generation() == generation).toList();
    }

    /** Empty: its driver publishes it anew, and not here any more. */
    private Optional<DevicePool> gather(ResourceSliceIndex.PoolId id, List<ResourceSlice> here) {
        long generation = here.getFirst().generation();
        long count = here.getFirst().count();
        List<ResourceSlice> others = new ArrayList<>();
        if (here.size() != count) {
            List<ResourceSlice> all = book.all(id);
            if (all.stream().anyMatch(slice -> slice.generation() > generation)) {
                return Optional.empty();
            }
            others.addAll(all);
            others.removeIf(slice -> slice.generation() != generation);
            if (others.size() != count) {
                return Optional.of(new DevicePool(
                        id.driver(),
                        id.pool(),
                        entries(devices(here)),
                        List.of(),
                        Map.of(),
                        Texts.of("PoolGatherer.isBeingUpdatedOf", others.size(), count)));
            }
            others.removeAll(here);
        }
        List<ResourceSlice> mine = devices(here);
        Map<String, NamedValues<BigDecimal>> counters = new HashMap<>();
        String fault = fault(here, others, mine, counters);
        return Optional.of(new DevicePool(id.driver(), id.pool(), entries(mine), entries(others), counters, fault));
    }

    private static List<ResourceSlice> devices(List<ResourceSlice> slices) {
        if (slices.size() == 1 && slices.getFirst().counters().isEmpty()) {
            return slices;
        }
        return slices.stream()
                .filter(slice -> slice.counters().isEmpty())
                .sorted(Comparator.comparing(ResourceSlice::name))
                .toList();
    }

    /** What its driver did wrong; fills in the counters. */
    private static String fault(
            List<ResourceSlice> here,
            List<ResourceSlice> others,
            List<ResourceSlice> mine,
            Map<String, NamedValues<BigDecimal>> counters) {
        Set<String> names = new HashSet<>();
        for (ResourceSlice slice : mine) {
            for (OfferedDevice device : slice.devices()) {
                if (!names.add(device.name())) {
                    return Texts.of("PoolGatherer.hasTwoDevices", device.name());
                }
            }
        }
        for (ResourceSlice slice : here) {
            for (CounterAmounts set : slice.counters()) {
                if (counters.put(set.set(), set.amounts()) != null) {
                    return Texts.of("PoolGatherer.hasTwoCounterSets", set.set());
                }
            }
        }
        return unknownCounter(here, counters)
                .or(() -> unknownCounter(others, counters))
                .orElse("");
    }

    private static Optional<String> unknownCounter(
            List<ResourceSlice> slices, Map<String, NamedValues<BigDecimal>> counters) {
        for (ResourceSlice slice : slices) {
            for (OfferedDevice device : slice.devices()) {
                for (CounterAmounts use : device.counters()) {
                    NamedValues<BigDecimal> set = counters.get(use.set());
                    if (set == null || !set.names().containsAll(use.amounts().names())) {
                        return Optional.of(Texts.of("PoolGatherer.hasNoSuchCounters", use.set(), device.name()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<NodeDevice> entries(List<ResourceSlice> slices) {
        List<NodeDevice> entries = new ArrayList<>();
        for (ResourceSlice slice : slices) {
            for (OfferedDevice device : slice.devices()) {
                DeviceId id = new DeviceId(slice.driver(), slice.pool(), device.name());
                boolean reachable = !slice.reach().each() || device.reach().reaches(node, labels);
                entries.add(new NodeDevice(id, device, taints(id, device), reachable));
            }
        }
        return entries;
    }

    private List<Taint> taints(DeviceId id, OfferedDevice device) {
        if (rules.isEmpty()) {
            return device.taints();
        }
        List<Taint> taints = new ArrayList<>(device.taints());
        for (DeviceTaintRule rule : rules) {
            if (rule.selects(id)) {
                taints.add(rule.taint());
            }
        }
        return taints;
    }
}
