// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PropertyValue;
import podium.model.fleet.Health;

/** What the PCI bus tells of a device, whatever its driver (Documentation/ABI/testing/sysfs-bus-pci). */
record PciSlot(SysFolder device) {
    static final String AMD = "0x1002";
    static final String INTEL = "0x8086";
    static final String NVIDIA = "0x10de";

    String vendor() {
        return device.text("vendor").orElse("");
    }

    /** True for display controllers (class 03) and processing accelerators (class 12). */
    boolean isGpu() {
        String kind = device.text("class").orElse("");
        return kind.startsWith("0x03") || kind.startsWith("0x12");
    }

    /** Domain:bus:device.function. */
    String busId() {
        return device.target(".").orElse("");
    }

    /** Name of the kernel module that serves it; empty: none. */
    Optional<String> driver() {
        return device.target("driver");
    }

    /** Vendor and device number, as in pci.ids. */
    String number() {
        return vendor().replace("0x", "") + ":"
                + device.text("device").orElse("").replace("0x", "");
    }

    OptionalInt numaNode() {
        OptionalInt node = device.whole("numa_node");
        return node.isPresent() && node.getAsInt() < 0 ? OptionalInt.empty() : node;
    }

    void addFacts(Map<DeviceProperty, PropertyValue> facts) {
        driver().ifPresent(name -> facts.put(DeviceProperty.KERNEL_DRIVER, new PropertyValue.Words(name)));
        device.text("local_cpulist")
                .ifPresent(cpus -> facts.put(DeviceProperty.PROCESSORS, new PropertyValue.Words(cpus)));
        put(facts, DeviceProperty.PCIE_GENERATION, generation("current_link_speed"));
        put(facts, DeviceProperty.PCIE_GENERATION_HIGHEST, generation("max_link_speed"));
        put(facts, DeviceProperty.PCIE_WIDTH, device.number("current_link_width"));
        put(facts, DeviceProperty.PCIE_WIDTH_GREATEST, device.number("max_link_width"));
    }

    static void put(Map<DeviceProperty, PropertyValue> facts, DeviceProperty fact, OptionalDouble value) {
        value.ifPresent(number -> facts.put(fact, new PropertyValue.Quantity(number)));
    }

    /** "16.0 GT/s PCIe" is generation 4 (PCI Express Base Specification). */
    private OptionalDouble generation(String file) {
        String speed = device.text(file).orElse("").split(" ")[0];
        return switch (speed) {
            case "2.5" -> OptionalDouble.of(1);
            case "5.0", "5" -> OptionalDouble.of(2);
            case "8.0", "8" -> OptionalDouble.of(3);
            case "16.0", "16" -> OptionalDouble.of(4);
            case "32.0", "32" -> OptionalDouble.of(5);
            case "64.0", "64" -> OptionalDouble.of(6);
            default -> OptionalDouble.empty();
        };
    }

    /** What is known of a device in this slot; of its health the driver tells nothing. */
    DeviceReport report(int index, String uuid, String model, OptionalDouble memory) {
        return new DeviceReport(
                index,
                uuid,
                model,
                memory.isPresent() ? OptionalLong.of((long) memory.getAsDouble()) : OptionalLong.empty(),
                busId(),
                numaNode(),
                Health.UNKNOWN,
                "");
    }
}
