// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import podium.operation.partition.MigLayout;

/**
 * The MIG layouts of each product, under the names of mig-parted's default configuration (deployments/systemd/config-default.yaml);
 * counts as in the profile tables of NVIDIA's MIG user guide. A product that is not here is unknown, not guessed.
 */
final class MigProducts {
    /**
     * Products with the same profiles.
     *
     * @param name of the product as in nvidia.com/gpu.product, without its MIG suffix
     * @param equal "profile=count" for each layout of equal instances
     * @param balanced the same for the mixed layout
     */
    private record Family(Pattern name, List<String> equal, List<String> balanced) {
        static Family of(String name, String equal, String balanced) {
            return new Family(Pattern.compile(name), List.of(equal.split(" ")), List.of(balanced.split(" ")));
        }
    }

    private static final List<Family> FAMILIES = List.of(
            Family.of(".*A30$", "1g.6gb=4 2g.12gb=2 4g.24gb=1", "1g.6gb=2 2g.12gb=1"),
            Family.of(
                    ".*A[18]00.*40GB.*",
                    "1g.5gb=7 1g.10gb=4 2g.10gb=3 3g.20gb=2 4g.20gb=1 7g.40gb=1",
                    "1g.5gb=2 2g.10gb=1 3g.20gb=1"),
            Family.of(
                    ".*[AH][18]00.*80GB.*",
                    "1g.10gb=7 1g.20gb=4 2g.20gb=3 3g.40gb=2 4g.40gb=1 7g.80gb=1",
                    "1g.10gb=2 2g.20gb=1 3g.40gb=1"),
            Family.of(
                    ".*(GH200-480GB|H20|H100.*96GB.*)$",
                    "1g.12gb=7 1g.24gb=4 2g.24gb=3 3g.48gb=2 4g.48gb=1 7g.96gb=1",
                    "1g.12gb=2 2g.24gb=1 3g.48gb=1"),
            Family.of(
                    ".*[^G]H200.*",
                    "1g.18gb=7 1g.35gb=4 2g.35gb=3 3g.71gb=2 4g.71gb=1 7g.141gb=1",
                    "1g.18gb=2 2g.35gb=1 3g.71gb=1"),
            Family.of(
                    ".*[^G]B200.*",
                    "1g.23gb=7 1g.45gb=4 2g.45gb=3 3g.90gb=2 4g.90gb=1 7g.180gb=1",
                    "1g.23gb=2 2g.45gb=1 3g.90gb=1"));

    private MigProducts() {}

    /** The layouts of a product, the whole GPU first; none: the product is not known. */
    static List<MigLayout> layouts(String product) {
        List<MigLayout> layouts = new ArrayList<>();
        for (Family family : FAMILIES) {
            if (family.name().matcher(product).matches()) {
                layouts.add(new MigLayout("all-disabled", new TreeMap<>()));
                family.equal().forEach(part -> layouts.add(layout("all-" + profile(part), List.of(part))));
                layouts.add(layout("all-balanced", family.balanced()));
                break;
            }
        }
        return layouts;
    }

    private static MigLayout layout(String config, List<String> parts) {
        TreeMap<String, Integer> perGpu = new TreeMap<>();
        parts.forEach(part -> perGpu.put(profile(part), Integer.parseInt(part.substring(part.indexOf('=') + 1))));
        return new MigLayout(config, perGpu);
    }

    private static String profile(String part) {
        return part.substring(0, part.indexOf('='));
    }
}
