// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.DeviceConstraint;

/**
 * A rule between the devices of a claim while they are chosen. As in the scheduler, the values that must differ are kept
 * one for each request, so of the devices of one request only the last is remembered (constraint.go).
 */
final class ConstraintState {
    private final DeviceConstraint constraint;
    private final Map<String, Attribute> values = new HashMap<>();
    private @Nullable Attribute common;
    private int devices;

    ConstraintState(DeviceConstraint constraint) {
        this.constraint = constraint;
    }

    /** Adds a device; false, and nothing added, when it breaks the rule. */
    boolean add(NodeRequestOption want, NodeDevice entry) {
        if (!concerns(want)) {
            return true;
        }
        @Nullable Attribute value = entry.attribute(constraint.attribute());
        if (value == null) {
            return false;
        }
        if (devices > 0 && (value instanceof Attribute.Other || broken(value))) {
            return false;
        }
        if (devices == 0) {
            common = value;
        }
        values.put(want.request(), value);
        devices++;
        return true;
    }

    void remove(NodeRequestOption want) {
        if (concerns(want)) {
            values.remove(want.request());
            devices--;
        }
    }

    private boolean broken(Attribute value) {
        return constraint.distinct() ? values.containsValue(value) : !value.equals(common);
    }

    boolean concerns(NodeRequestOption want) {
        return constraint.requests().isEmpty()
                || constraint.requests().contains(want.request())
                || constraint.requests().contains(want.name());
    }

    DeviceConstraint constraint() {
        return constraint;
    }
}
