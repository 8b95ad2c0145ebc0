// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.operation.partition.MigLayout;

/**
 * What a node's labels say of MIG. Source: GPU feature discovery and the MIG manager (labels below nvidia.com/).
 *
 * @param product without its MIG suffix
 * @param config asked for last
 * @param state of that; empty: there is no MIG manager, or it was never asked
 * @param single all instances are equal and count as nvidia.com/gpu; else each profile is a resource of its own
 * @param gpus physical GPUs; 0: unknown
 */
record MigNode(boolean capable, String product, String config, String state, boolean single, long gpus) {
    static final String CONFIG = "nvidia.com/mig.config";
    static final String STATE = "nvidia.com/mig.config.state";
    static final String PRODUCT = "nvidia.com/gpu.product";
    static final String GPU = "nvidia.com/gpu";
    static final String MIG = "nvidia.com/mig-";
    private static final String MARK = "-MIG-";

    static MigNode of(Node node) {
        @Nullable Labels known = node.getLabels();
        Labels labels = known == null ? Labels.none() : known;
        String product = labels.get(PRODUCT).orElse("");
        int mark = product.indexOf(MARK);
        String whole = mark < 0 ? product : product.substring(0, mark);
        String profile = mark < 0 ? "" : product.substring(mark + MARK.length());
        return new MigNode(
                labels.get("nvidia.com/mig.capable").orElse("").equals("true"),
                whole,
                labels.get(CONFIG).orElse(""),
                labels.get(STATE).orElse(""),
                labels.get("nvidia.com/mig.strategy").orElse("").equals("single"),
                gpus(node, whole, profile));
    }

    /** Under strategy single feature discovery counts instances as GPUs, so their number tells how many GPUs carry them. */
    private static long gpus(Node node, String product, String profile) {
        Resources capacity = node.getCapacity() == null ? Resources.none() : node.getCapacity();
        long counted = capacity.get(GPU);
        if (profile.isEmpty()) {
            return counted > 0 ? counted : node.getAccelerators().size();
        }
        Optional<Integer> each = MigProducts.layouts(product).stream()
                .filter(layout -> layout.config().equals("all-" + profile))
                .map(layout -> layout.perGpu().get(profile))
                .findFirst();
        return each.map(perGpu -> counted / perGpu).orElse(0L);
    }

    /** What the node offers under a layout. */
    Map<String, Long> offers(MigLayout layout) {
        Map<String, Long> offers = new TreeMap<>();
        if (layout.perGpu().isEmpty()) {
            offers.put(GPU, gpus);
        } else if (single) {
            offers.put(GPU, gpus * layout.perGpu().firstEntry().getValue());
        } else {
            layout.perGpu().forEach((profile, count) -> offers.put(MIG + profile, gpus * count));
        }
        return offers;
    }

    /** The product label under a layout. */
    String product(MigLayout layout) {
        return single && !layout.perGpu().isEmpty()
                ? product + MARK + layout.perGpu().firstEntry().getKey()
                : product;
    }

    /** True for what GPUs and their instances are asked for by. */
    static boolean isGpu(String resource) {
        return resource.equals(GPU) || resource.startsWith(GPU + ".") || resource.startsWith(MIG);
    }
}
