// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Vendor;

/**
 * Products by the device id of their PCI function, for drivers and labels that tell no name. Sources: pkg/gaudi/device/device.go
 * and pkg/fakesysfs/gpu.go of intel/intel-resource-drivers-for-kubernetes, pci.ids.
 */
public final class PciProducts {
    private static final Map<String, String> INTEL = Map.ofEntries(
            Map.entry("56c0", "Intel Data Center GPU Flex 170"),
            Map.entry("56c1", "Intel Data Center GPU Flex 140"),
            Map.entry("0b69", "Intel Data Center GPU Max 1450"),
            Map.entry("0bd5", "Intel Data Center GPU Max 1550"),
            Map.entry("0bd6", "Intel Data Center GPU Max 1550"),
            Map.entry("0bd9", "Intel Data Center GPU Max 1100"),
            Map.entry("0bda", "Intel Data Center GPU Max 1100"),
            Map.entry("0bdb", "Intel Data Center GPU Max 1100"),
            Map.entry("56a0", "Intel Arc A770"),
            Map.entry("56a1", "Intel Arc A750"),
            Map.entry("e20b", "Intel Arc B580"),
            Map.entry("e20c", "Intel Arc B570"),
            Map.entry("e222", "Intel Arc Pro B65"),
            Map.entry("e211", "Intel Arc Pro B60"),
            Map.entry("e212", "Intel Arc Pro B50"));

    private static final Map<String, String> AMD = Map.of(
            "74a0", "AMD Instinct MI300A",
            "74a1", "AMD Instinct MI300X",
            "74b5", "AMD Instinct MI300X",
            "74a2", "AMD Instinct MI308X",
            "74a5", "AMD Instinct MI325X",
            "75a0", "AMD Instinct MI350X",
            "75a3", "AMD Instinct MI355X",
            "740f", "AMD Instinct MI210",
            "7408", "AMD Instinct MI250X",
            "740c", "AMD Instinct MI250X");

    private static final Map<String, String> GAUDI =
            Map.of("1020", "Gaudi2", "1030", "Gaudi3", "1060", "Gaudi3", "1061", "Gaudi3", "1062", "Gaudi3");

    private static final Map<Vendor, Map<String, String>> BY_MAKER =
            Map.of(Vendor.INTEL, INTEL, Vendor.AMD, AMD, Vendor.HABANA, GAUDI);

    private PciProducts() {}

    /**
     * The product.
     *
     * @param id four hexadecimal digits, with or without 0x before them
     */
    public static Optional<String> product(Vendor vendor, String id) {
        String digits = id.toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        return Optional.ofNullable(BY_MAKER.getOrDefault(vendor, Map.of()).get(digits));
    }
}
