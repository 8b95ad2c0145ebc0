// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one GPU is cut into MIG instances: profile to count. Source: NVIDIA MIG user guide, the profile tables, and the
 * names in mig-parted's default configuration. A GPU has seven compute and eight memory slices; an A30 has four of each.
 */
record MigPartition(Map<String, Integer> perGpu) {

    /** Memory that the makers name, in GB; the driver reports a little less. */
    private static final List<Integer> NOMINAL = List.of(24, 40, 80, 96, 141, 180, 189);

    private static final int A30 = 24;

    /** An instance: compute slices, memory slices of eight, how many fit. */
    private record Profile(int compute, int memory, int count) {

        String name(int gigabytes) {
            return compute + "g." + Math.round(gigabytes * memory / 8.0) + "gb";
        }
    }

    private static final List<Profile> USUAL = List.of(
            new Profile(1, 1, 7),
            new Profile(1, 2, 4),
            new Profile(2, 2, 3),
            new Profile(3, 4, 2),
            new Profile(4, 4, 1),
            new Profile(7, 8, 1));

    private static final List<Profile> SMALL =
            List.of(new Profile(1, 2, 4), new Profile(2, 4, 2), new Profile(4, 8, 1));

    /**
     * What a configuration means on a GPU.
     *
     * @param config the value of nvidia.com/mig.config
     * @param memoryMiB of the GPU
     * @return empty if mig-parted's defaults have no such configuration for this GPU
     */
    static Optional<MigPartition> of(String config, int memoryMiB) {
        int gigabytes = nominal(memoryMiB);
        List<Profile> profiles = gigabytes == A30 ? SMALL : USUAL;
        if (config.equals("all-disabled")) {
            return Optional.of(new MigPartition(Map.of()));
        }
        if (config.equals("all-balanced")) {
            Map<String, Integer> mix = new LinkedHashMap<>();
            mix.put(profiles.get(0).name(gigabytes), 2);
            mix.put(profiles.get(gigabytes == A30 ? 1 : 2).name(gigabytes), 1);
            if (gigabytes != A30) {
                mix.put(profiles.get(3).name(gigabytes), 1);
            }
            return Optional.of(new MigPartition(mix));
        }
        return profiles.stream()
                .filter(profile -> config.equals("all-" + profile.name(gigabytes)))
                .findFirst()
                .map(profile -> new MigPartition(Map.of(profile.name(gigabytes), profile.count())));
    }

    /** How many instances of a profile a GPU holds; where its memory is not known, as many as its compute slices allow. */
    static int most(String profile, int memoryMiB) {
        int compute = profile.indexOf('g');
        return of("all-" + profile, memoryMiB)
                .flatMap(cut -> cut.perGpu().values().stream().findFirst())
                .orElse(compute < 1 ? 1 : 7 / Integer.parseInt(profile.substring(0, compute)));
    }

    private static int nominal(int memoryMiB) {
        Stream<Integer> sizes = NOMINAL.stream();
        return sizes.min(Comparator.comparingDouble(size -> Math.abs(size - memoryMiB / 1024.0)))
                .orElseThrow();
    }
}
