// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceReport;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.AcceleratorMaker;
import podium.core.dra.DeviceId;
import podium.core.internal.device.DeviceMerge;
import podium.core.internal.device.NodeAccelerators;
import podium.core.internal.device.NodeAccelerators.DeviceFact;
import podium.model.fleet.Accelerator;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Vendor;
import podium.model.value.DeviceTaints;

/**
 * Brings the accelerators of a node in line with what the node object and the device sources say. A node has the devices
 * that its labels and resources count and those that a source tells of, and no other: an index that nobody names is no device.
 * Which source is believed of which field stands in releng/docs/kubernetes.md.
 */
final class AcceleratorSync {
    private AcceleratorSync() {}

    /** True when anything changed. An accelerator keeps its object as long as its index exists. */
    static boolean apply(NodeEntry entry, TaintRules rules) {
        Map<DeviceId, String> names = new HashMap<>();
        TreeMap<Integer, DeviceReport> told = told(entry, names);
        List<DeviceFact> facts = entry.facts.devices();
        TreeSet<Integer> indexes = new TreeSet<>(told.keySet());
        for (int i = 0; i < facts.size(); i++) {
            indexes.add(i);
        }
        entry.offered.clear();
        entry.offeredParts.clear();
        EList<Accelerator> accelerators = entry.node.getAccelerators();
        boolean changed = keep(accelerators, indexes);
        for (Accelerator accelerator : accelerators) {
            int i = accelerator.getIndex();
            @Nullable DeviceReport device = told.get(i);
            @Nullable DeviceFact fact = i < facts.size() ? facts.get(i) : null;
            changed |= fill(accelerator, fact, device, model(entry.facts, fact, device, names));
            changed |= taint(accelerator, device, rules);
            changed |= SliceSync.apply(accelerator, device, fact, entry);
            if (device != null) {
                device.offer().ifPresent(offer -> entry.offered.put(offer.id().toString(), accelerator));
            }
        }
        return changed;
    }

    /** What the sources say by index, drivers first. */
    private static TreeMap<Integer, DeviceReport> told(NodeEntry entry, Map<DeviceId, String> names) {
        List<List<DeviceReport>> sources = new ArrayList<>(entry.devices.values());
        sources.sort(Comparator.comparing((List<DeviceReport> source) -> source.stream()
                .noneMatch(
                        device -> device.offer().isPresent() || !device.parts().isEmpty())));
        for (List<DeviceReport> source : sources) {
            for (DeviceReport device : source) {
                if (device.offer().isPresent() && !device.model().isEmpty()) {
                    names.putIfAbsent(device.offer().get().id(), device.model());
                }
            }
        }
        TreeMap<Integer, DeviceReport> told = new TreeMap<>();
        DeviceMerge.merge(sources).forEach(device -> told.put(device.index(), device));
        return told;
    }

    private static boolean keep(EList<Accelerator> accelerators, TreeSet<Integer> indexes) {
        boolean changed = false;
        Map<Integer, Accelerator> known = new HashMap<>();
        for (Accelerator accelerator : List.copyOf(accelerators)) {
            if (indexes.contains(accelerator.getIndex())) {
                known.put(accelerator.getIndex(), accelerator);
            } else {
                accelerators.remove(accelerator);
                accelerator.getTasks().clear();
                accelerator.getSlices().forEach(slice -> slice.getTasks().clear());
                changed = true;
            }
        }
        for (int index : indexes) {
            if (!known.containsKey(index)) {
                Accelerator accelerator = FleetFactory.INSTANCE.createAccelerator();
                accelerator.setIndex(index);
                accelerators.add(accelerator);
                changed = true;
            }
        }
        if (changed) {
            ECollections.sort(accelerators, Comparator.comparingInt(Accelerator::getIndex));
        }
        return changed;
    }

    private static boolean fill(
            Accelerator accelerator, @Nullable DeviceFact fact, @Nullable DeviceReport device, String model) {
        boolean changed = false;
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
        changed |= FeatureSetter.setText(
                accelerator.getBatchJob(), device == null ? "" : device.batchJob(), accelerator::setBatchJob);
        Health health = device == null ? Health.UNKNOWN : device.health();
        String reason = device == null ? "" : device.healthReason();
        changed |= FeatureSetter.set(accelerator.getHealth(), health, accelerator::setHealth);
        return changed | FeatureSetter.setText(accelerator.getHealthReason(), reason, accelerator::setHealthReason);
    }

    /** The driver's name for the product, else the node's label, else what an exporter calls it, else what the machine's type says. */
    private static String model(
            NodeAccelerators node,
            @Nullable DeviceFact fact,
            @Nullable DeviceReport device,
            Map<DeviceId, String> names) {
        String driver = device == null
                ? ""
                : device.offer()
                        .map(offer -> names.getOrDefault(offer.id(), ""))
                        .orElse("");
        return Stream.of(
                        driver,
                        fact == null ? "" : fact.model(),
                        device == null ? "" : device.model(),
                        node.machineProduct())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean taint(Accelerator accelerator, @Nullable DeviceReport device, TaintRules rules) {
        @Nullable
        DeviceTaints taints =
                device == null ? null : device.offer().map(rules::of).orElse(null);
        return FeatureSetter.set(accelerator.getTaints(), taints, accelerator::setTaints);
    }

    private static Vendor vendor(@Nullable DeviceReport device) {
        if (device == null) {
            return Vendor.UNKNOWN;
        }
        Optional<String> driver = device.offer()
                .map(offer -> offer.id().driver())
                .or(() ->
                        device.parts().stream().map(part -> part.id().driver()).findFirst());
        Vendor maker = driver.map(AcceleratorDrivers::vendor).orElse(Vendor.UNKNOWN);
        if (maker != Vendor.UNKNOWN) {
            return maker;
        }
        return device.uuid().startsWith("GPU-")
                ? Vendor.NVIDIA
                : AcceleratorMaker.ofProduct(device.model()).vendor();
    }
}
