// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the jobs of a cluster ask of devices, and how often: the measure of how useful what is free is. The measure is
 * the fragmentation of FGD ("Beware of Fragmentation", USENIX ATC 2023, section 4): of the devices free on a node, those
 * that a task drawn at random from this mix could not use. To it comes half of what the node's free cores are too few
 * for at the mix's mean of cores to a device: FGD sees a lack of cores only when it is there, this sees it come.
 */
public final class Demand {
    /** Nothing is known of what is asked for: no room is worth more than another. */
    static final Demand NONE = new Demand(List.of(), 0);

    /** Weight of devices without cores; on the openb trace anything from 0.3 to 2 packs equally well. */
    private static final double CORES_WEIGHT = 0.5;

    /** Asks that are told apart: beyond, one more changes nothing a person could see. */
    private static final int MOST = 256;

    private static final Comparator<Map.Entry<DeviceRequirement, Integer>> MOST_FREQUENT =
            Map.Entry.<DeviceRequirement, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().toString());

    /** Asks that differ only in cores and memory. */
    private record Kind(
            String resource, int devices, int each, double weight, long[] cores, long[] memory, double[] weights) {}

    private final List<Kind> kinds;
    private final double coresPerDevice;

    private Demand(List<Kind> kinds, double coresPerDevice) {
        this.kinds = kinds;
        this.coresPerDevice = coresPerDevice;
    }

    /** A mix of these asks by how many tasks ask so; those that ask for no device do not count. */
    static Demand of(Map<DeviceRequirement, Integer> counts) {
        List<Map.Entry<DeviceRequirement, Integer>> usual = new ArrayList<>(counts.entrySet());
        usual.removeIf(entry -> !entry.getKey().asksForDevices() || entry.getValue() <= 0);
        usual.sort(MOST_FREQUENT);
        Map<List<Object>, List<DeviceRequirement>> groups = new LinkedHashMap<>();
        double total = 0;
        double devices = 0;
        double cores = 0;
        for (Map.Entry<DeviceRequirement, Integer> entry : usual.subList(0, Math.min(MOST, usual.size()))) {
            DeviceRequirement ask = entry.getKey();
            groups.computeIfAbsent(List.of(ask.resource(), ask.devices(), ask.each()), key -> new ArrayList<>())
                    .add(ask);
            total += entry.getValue();
            devices += entry.getValue() * ask.amount();
            cores += entry.getValue() * (double) ask.cores();
        }
        if (total == 0) {
            return NONE;
        }
        List<Kind> kinds = new ArrayList<>();
        for (List<DeviceRequirement> group : groups.values()) {
            kinds.add(kind(group, counts, total));
        }
        return new Demand(List.copyOf(kinds), cores / devices);
    }

    private static Kind kind(List<DeviceRequirement> asks, Map<DeviceRequirement, Integer> counts, double total) {
        double[] weights = asks.stream()
                .mapToDouble(ask -> counts.getOrDefault(ask, 0) / total)
                .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        DeviceRequirement first = asks.getFirst();
        return new Kind(
                first.resource(),
                first.devices(),
                first.each(),
                sum,
                asks.stream().mapToLong(DeviceRequirement::cores).toArray(),
                asks.stream().mapToLong(DeviceRequirement::memory).toArray(),
                weights);
    }

    /** Devices of the room's free ones that what is usually asked for could not use; 0 to 1.5 times those free. */
    public double stranded(DeviceRoom room) {
        double free = room.free();
        if (free == 0 || kinds.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (Kind kind : kinds) {
            sum += stranded(kind, room, free);
        }
        return sum + CORES_WEIGHT * withoutCores(room, free);
    }

    /** Free devices for which the node has too few cores left at what is usually asked beside one. */
    public double withoutCores(DeviceRoom room) {
        return withoutCores(room, room.free());
    }

    private double withoutCores(DeviceRoom room, double free) {
        return coresPerDevice == 0 || free <= 0 ? 0 : Math.clamp(free - room.cores() / coresPerDevice, 0, free);
    }

    private static double stranded(Kind kind, DeviceRoom room, double free) {
        if (!kind.resource.isEmpty() && !kind.resource.equals(room.resource())) {
            return kind.weight * free;
        }
        int fitting = room.whole();
        int tooSmall = 0;
        for (int part : room.parts()) {
            if (part >= kind.each) {
                fitting++;
            } else {
                tooSmall += part;
            }
        }
        if (fitting < kind.devices) {
            return kind.weight * free;
        }
        double fit = 0;
        for (int i = 0; i < kind.weights.length; i++) {
            if (kind.cores[i] <= room.cores() && kind.memory[i] <= room.memory()) {
                fit += kind.weights[i];
            }
        }
        return fit * tooSmall / DeviceRequirement.WHOLE + (kind.weight - fit) * free;
    }
}
