// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import java.util.TreeMap;
import org.eclipse.emf.common.util.EList;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceReport;
import podium.core.internal.fleet.NodeAccelerators.DeviceFact;
import podium.core.internal.fleet.NodeAccelerators.SliceFact;
import podium.model.fleet.Accelerator;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Slice;
import podium.model.fleet.Vendor;
import podium.model.value.DeviceTaints;

/** Brings the accelerators of a node in line with what the node object and the device sources say. */
final class AcceleratorSync {
    private AcceleratorSync() {}

    /** True when anything changed. An accelerator keeps its object as long as its index exists. */
    static boolean apply(NodeEntry entry, TaintRules rules) {
        TreeMap<Integer, DeviceReport> told = new TreeMap<>();
        DeviceMerge.merge(entry.devices.values()).forEach(device -> told.put(device.index(), device));
        List<DeviceFact> facts = entry.facts.devices();
        int count = told.isEmpty() ? facts.size() : Math.max(facts.size(), told.lastKey() + 1);
        EList<Accelerator> accelerators = entry.node.getAccelerators();
        boolean changed = accelerators.size() != count;
        while (accelerators.size() > count) {
            Accelerator gone = accelerators.removeLast();
            gone.getTasks().clear();
            gone.getSlices().forEach(slice -> slice.getTasks().clear());
        }
        while (accelerators.size() < count) {
            Accelerator accelerator = FleetFactory.INSTANCE.createAccelerator();
            accelerator.setIndex(accelerators.size());
            accelerators.add(accelerator);
        }
        for (int i = 0; i < count; i++) {
            changed |= fill(accelerators.get(i), i < facts.size() ? facts.get(i) : null, told.get(i));
            changed |= taint(accelerators.get(i), told.get(i), rules);
        }
        return changed;
    }

    private static boolean fill(Accelerator accelerator, @Nullable DeviceFact fact, @Nullable DeviceReport device) {
        boolean changed = false;
        String model = device != null && !device.model().isEmpty() ? device.model() : fact == null ? "" : fact.model();
        Vendor vendor = fact == null ? vendor(device) : fact.vendor();
        Long memory = device != null && device.memoryBytes().isPresent()
                ? Long.valueOf(device.memoryBytes().getAsLong())
                : fact != null && fact.memoryBytes().isPresent()
                        ? Long.valueOf(fact.memoryBytes().getAsLong())
                        : null;
        changed |= FeatureSetter.setText(accelerator.getModel(), model, accelerator::setModel);
        changed |= FeatureSetter.set(accelerator.getVendor(), vendor, accelerator::setVendor);
        changed |= FeatureSetter.set(accelerator.getMemoryBytes(), memory, accelerator::setMemoryBytes);
        @Nullable
        Integer numa = device != null && device.numaNode().isPresent()
                ? Integer.valueOf(device.numaNode().getAsInt())
                : null;
        changed |=
                FeatureSetter.setText(accelerator.getUuid(), device == null ? "" : device.uuid(), accelerator::setUuid);
        changed |= FeatureSetter.setText(
                accelerator.getPciBusId(), device == null ? "" : device.pciBusId(), accelerator::setPciBusId);
        changed |= FeatureSetter.set(accelerator.getNumaNode(), numa, accelerator::setNumaNode);
        Health health = device == null ? Health.UNKNOWN : device.health();
        String reason = device == null ? "" : device.healthReason();
        changed |= FeatureSetter.set(accelerator.getHealth(), health, accelerator::setHealth);
        changed |= FeatureSetter.setText(accelerator.getHealthReason(), reason, accelerator::setHealthReason);
        return changed | slices(accelerator.getSlices(), fact == null ? List.of() : fact.slices());
    }

    private static boolean taint(Accelerator accelerator, @Nullable DeviceReport device, TaintRules rules) {
        @Nullable
        DeviceTaints taints =
                device == null ? null : device.offer().map(rules::of).orElse(null);
        return FeatureSetter.set(accelerator.getTaints(), taints, accelerator::setTaints);
    }

    private static boolean slices(EList<Slice> slices, List<SliceFact> facts) {
        boolean changed = slices.size() != facts.size();
        while (slices.size() > facts.size()) {
            slices.removeLast().getTasks().clear();
        }
        for (int i = 0; i < facts.size(); i++) {
            if (i == slices.size()) {
                Slice slice = FleetFactory.INSTANCE.createSlice();
                slice.setIndex(i);
                slices.add(slice);
            }
            Slice slice = slices.get(i);
            changed |= FeatureSetter.set(slice.getName(), facts.get(i).name(), slice::setName);
            changed |= FeatureSetter.set(slice.getProfile(), facts.get(i).profile(), slice::setProfile);
        }
        return changed;
    }

    private static Vendor vendor(@Nullable DeviceReport device) {
        if (device == null) {
            return Vendor.UNKNOWN;
        }
        String text = device.model().toLowerCase(java.util.Locale.ROOT);
        if (device.uuid().startsWith("GPU-") || text.contains("nvidia")) {
            return Vendor.NVIDIA;
        }
        return text.contains("amd") || text.contains("instinct")
                ? Vendor.AMD
                : text.contains("gaudi") ? Vendor.HABANA : text.contains("intel") ? Vendor.INTEL : Vendor.UNKNOWN;
    }
}
