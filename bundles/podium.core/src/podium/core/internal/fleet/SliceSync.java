// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.EList;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceReport;
import podium.core.change.DeviceReport.Part;
import podium.core.internal.device.NodeAccelerators.DeviceFact;
import podium.core.internal.device.NodeAccelerators.SliceFact;
import podium.model.fleet.Accelerator;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Slice;

/**
 * Brings the slices of a device in line with what is said of them: the parts that a driver publishes, else those that the
 * node's resources and labels count. A part that only could be made is a slice while somebody has it.
 */
final class SliceSync {
    private SliceSync() {}

    /** True when anything changed. */
    static boolean apply(
            Accelerator accelerator, @Nullable DeviceReport device, @Nullable DeviceFact fact, NodeEntry entry) {
        List<Part> parts = new ArrayList<>();
        if (device != null) {
            for (Part part : device.parts()) {
                if (!part.possible() || entry.isHeld(part.id().toString())) {
                    parts.add(part);
                }
            }
        }
        List<SliceFact> facts = fact == null || !parts.isEmpty() ? List.of() : fact.slices();
        EList<Slice> slices = accelerator.getSlices();
        int count = Math.max(parts.size(), facts.size());
        boolean changed = slices.size() != count;
        while (slices.size() > count) {
            slices.removeLast().getTasks().clear();
        }
        for (int i = 0; i < count; i++) {
            if (i == slices.size()) {
                Slice made = FleetFactory.INSTANCE.createSlice();
                made.setIndex(i);
                slices.add(made);
            }
            Slice slice = slices.get(i);
            if (parts.isEmpty()) {
                changed |= fill(slice, facts.get(i).name(), facts.get(i).profile(), "");
            } else {
                Part part = parts.get(i);
                changed |= fill(slice, part.id().device(), part.profile(), part.uuid());
                entry.offeredParts.put(part.id().toString(), slice);
            }
        }
        return changed;
    }

    private static boolean fill(Slice slice, String name, String profile, String uuid) {
        boolean changed = FeatureSetter.set(slice.getName(), name, slice::setName);
        changed |= FeatureSetter.set(slice.getProfile(), profile, slice::setProfile);
        return changed | FeatureSetter.setText(slice.getUuid(), uuid, slice::setUuid);
    }
}
