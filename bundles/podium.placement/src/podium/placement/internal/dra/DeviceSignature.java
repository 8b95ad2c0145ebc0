// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.DeviceConstraint;
import podium.placement.internal.dra.RequestOption.Sieve;

/**
 * All that it depends on how many copies of some claims the devices of a node serve, without the names of the devices: nodes
 * with equal faces serve as many. Who has a device, and what selectors and rules see of it, is told device by device. Immutable.
 */
final class DeviceSignature {
    private final DeviceShapes build;
    private final long[] words;
    private final List<Part> parts;
    private final int hash;

    /** What others have of a device that can be shared or is cut from counters. */
    private record Part(boolean any, Optional<Map<String, BigDecimal>> consumed) {}

    private DeviceSignature(DeviceShapes build, long[] words, List<Part> parts) {
        this.build = build;
        this.words = words;
        this.parts = parts;
        this.hash = 31 * (31 * build.hashCode() + Arrays.hashCode(words)) + parts.hashCode();
    }

    /** What a node shows to claims; empty: it is like no other. */
    static Optional<DeviceSignature> of(CompiledClaims plan, NodeDevices node, AllocationState usage) {
        Optional<DeviceShapes> build = plan.sound() ? usage.build(node) : Optional.empty();
        if (build.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = node.intricate() == 0 ? List.of() : new ArrayList<>();
        for (long left = node.intricate(); left != 0; left &= left - 1) {
            DeviceUsage holding = usage.of(node, Long.numberOfTrailingZeros(left));
            parts.add(new Part(holding.any(), holding.consumed()));
        }
        return Optional.of(new DeviceSignature(build.get(), words(plan, node, usage), parts));
    }

    private static long[] words(CompiledClaims plan, NodeDevices node, AllocationState usage) {
        long[] words =
                new long[2 + 2 * plan.sieves().size() + plan.constraints().size() * ((node.size() + 7) / 8)];
        words[0] = node.reachable();
        words[1] = usage.held(node);
        int size = 2;
        for (Sieve sieve : plan.sieves()) {
            words[size++] = node.yes(sieve.selector().orElseThrow());
            words[size++] = node.failed(sieve.selector().orElseThrow());
        }
        for (DeviceConstraint constraint : plan.constraints()) {
            long[] alike = node.alike(constraint.attribute());
            System.arraycopy(alike, 0, words, size, alike.length);
            size += alike.length;
        }
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceSignature that
                && hash == that.hash
                && build.equals(that.build)
                && Arrays.equals(words, that.words)
                && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
