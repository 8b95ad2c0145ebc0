// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.AllocatedDevice;

/** Who has one device, whole or in parts. Admin access has nothing. */
final class DeviceUsage {
    static final DeviceUsage NONE = new DeviceUsage(List.of());

    private final List<Part> parts;
    private final boolean whole;

    /**
     * One holder.
     *
     * @param claim empty: one that is only thought to be there
     */
    record Part(Optional<ResourceClaim> claim, AllocatedDevice device) {}

    private DeviceUsage(List<Part> parts) {
        this.parts = parts;
        boolean all = false;
        for (Part part : parts) {
            all |= part.device().share().isEmpty();
        }
        this.whole = all;
    }

    DeviceUsage with(Part part) {
        if (parts.isEmpty()) {
            return new DeviceUsage(List.of(part));
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new DeviceUsage(List.copyOf(more));
    }

    /** The same without some claims. */
    DeviceUsage without(Predicate<ResourceClaim> gone) {
        if (parts.stream().noneMatch(part -> part.claim().filter(gone).isPresent())) {
            return this;
        }
        return new DeviceUsage(parts.stream()
                .filter(part -> part.claim().filter(gone).isEmpty())
                .toList());
    }

    List<Part> parts() {
        return parts;
    }

    /** Somebody has all of it, or a part. */
    boolean any() {
        return !parts.isEmpty();
    }

    /** Somebody has all of it. */
    boolean whole() {
        return whole;
    }

    /** What its parts take of its capacity, in sum; empty: no part says. */
    Optional<Map<String, BigDecimal>> consumed() {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> sum = new HashMap<>();
        boolean any = false;
        for (Part part : parts) {
            if (!part.device().share().isEmpty() && !part.device().consumed().isEmpty()) {
                any = true;
                part.device().consumed().forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
            }
        }
        return any ? Optional.of(sum) : Optional.empty();
    }
}
