// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.OfferedDevice;

/**
 * One look of an expression at a device. Two devices that gave the same at every look so far are the same to it.
 *
 * @param domain of an attribute or capacity; empty for the rest
 * @param id of an attribute or capacity; empty for the rest
 * @param full both, as a device names it that says the domain
 */
record FieldRead(Kind kind, String domain, String id, String full) {
    /** Stands for something the device does not have. */
    static final Object ABSENT = "absent";

    enum Kind {
        DRIVER,
        SHARED,
        ATTRIBUTE,
        CAPACITY,
        /** It went through all there is. */
        ALL
    }

    FieldRead(Kind kind, String domain, String id) {
        this(kind, domain, id, domain + "/" + id);
    }

    /** What it sees of a device: a value that is equal for equal sights. */
    Object of(String driver, OfferedDevice device) {
        return switch (kind) {
            case DRIVER -> driver;
            case SHARED -> device.shared();
            case ATTRIBUTE -> or(attribute(driver, device));
            case CAPACITY -> or(capacity(driver, device));
            case ALL -> List.of(driver, device.attributes(), device.capacity());
        };
    }

    private static Object or(@Nullable Object value) {
        return value == null ? ABSENT : value;
    }

    @Nullable
    Attribute attribute(String driver, OfferedDevice device) {
        @Nullable Attribute its = device.attributes().get(full);
        return its == null && domain.equals(driver) ? device.attributes().get(id) : its;
    }

    @Nullable
    Capacity capacity(String driver, OfferedDevice device) {
        @Nullable Capacity its = device.capacity().get(full);
        return its == null && domain.equals(driver) ? device.capacity().get(id) : its;
    }
}
