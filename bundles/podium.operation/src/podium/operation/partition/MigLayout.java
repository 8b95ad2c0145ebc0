// SPDX-License-Identifier: Apache-2.0
package podium.operation.partition;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import podium.operation.texts.Texts;

/**
 * A way to cut every GPU of a node.
 *
 * @param config value of the label nvidia.com/mig.config that asks for it: a name in mig-parted's default configuration
 * @param perGpu instances of each profile on one GPU; empty: the GPU stays whole
 */
public record MigLayout(String config, SequencedMap<String, Integer> perGpu) {
    public MigLayout {
        perGpu = Collections.unmodifiableSequencedMap(new TreeMap<>(perGpu));
    }

    /** "2 × 1g.10gb, 1 × 3g.40gb", or "whole GPUs". */
    public String words() {
        return perGpu.isEmpty()
                ? Texts.of("MigLayout.wholeGpus")
                : perGpu.entrySet().stream()
                        .map((Map.Entry<String, Integer> part) -> part.getValue() + " \u00d7 " + part.getKey())
                        .collect(Collectors.joining(", "));
    }
}
