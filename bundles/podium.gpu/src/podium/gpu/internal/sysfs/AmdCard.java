// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;

/** A card of the amdgpu driver (kernel documentation, gpu/amdgpu: thermal, driver-misc, ras). */
final class AmdCard implements SysfsCard {
    private static final double PERCENT = 0.01;
    private static final double MEGA = 1e6;

    private final SysFolder device;
    private final PciSlot slot;
    private final HwmonSensors sensors;

    AmdCard(SysFolder device) {
        this.device = device;
        this.slot = new PciSlot(device);
        this.sensors = new HwmonSensors(device);
    }

    @Override
    public DeviceReport identity(int index) {
        return slot.report(
                index,
                device.text("unique_id").orElse(""),
                device.text("product_name").orElse("AMD GPU " + slot.number()),
                device.number("mem_info_vram_total"));
    }

    @Override
    public boolean isThere() {
        return device.folder("driver").exists();
    }

    @Override
    public void sample(long time, Taker taker) {
        taker.take(Metric.ACTIVITY, HwmonSensors.scaled(device.number("gpu_busy_percent"), PERCENT));
        taker.take(Metric.MEMORY_USED, device.number("mem_info_vram_used"));
        taker.take(Metric.MEMORY_TOTAL, device.number("mem_info_vram_total"));
        taker.take(Metric.POWER, sensors.power());
        taker.take(Metric.ENERGY, sensors.energy());
        taker.take(Metric.TEMPERATURE, sensors.temperature("junction", "edge"));
        taker.take(Metric.MEMORY_TEMPERATURE, sensors.temperature("mem"));
        taker.take(Metric.SM_CLOCK, clock(1, "pp_dpm_sclk"));
        taker.take(Metric.MEMORY_CLOCK, clock(2, "pp_dpm_mclk"));
        taker.take(Metric.PCIE_REPLAYS, device.number("pcie_replay_count"));
        taker.take(Metric.ECC_CORRECTED, errors("ce"));
        taker.take(Metric.ECC_UNCORRECTED, errors("ue"));
    }

    @Override
    public Map<DeviceProperty, PropertyValue> facts() {
        Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);
        slot.addFacts(facts);
        words(facts, DeviceProperty.SERIAL, "serial_number");
        words(facts, DeviceProperty.PART_NUMBER, "product_number");
        words(facts, DeviceProperty.FIRMWARE, "vbios_version");
        device.text("current_compute_partition")
                .ifPresent(compute -> facts.put(
                        DeviceProperty.PARTITION,
                        new PropertyValue.Words(device.text("current_memory_partition")
                                .map(memory -> compute + ", " + memory)
                                .orElse(compute))));
        PciSlot.put(facts, DeviceProperty.POWER_LIMIT, sensors.watts("power1_cap"));
        PciSlot.put(facts, DeviceProperty.POWER_LIMIT_DEFAULT, sensors.watts("power1_cap_default"));
        PciSlot.put(facts, DeviceProperty.POWER_LIMIT_LOWEST, sensors.watts("power1_cap_min"));
        PciSlot.put(facts, DeviceProperty.POWER_LIMIT_HIGHEST, sensors.watts("power1_cap_max"));
        PciSlot.put(facts, DeviceProperty.LIMIT_TEMPERATURE, sensors.critical("junction"));
        PciSlot.put(facts, DeviceProperty.MEMORY_LIMIT_TEMPERATURE, sensors.critical("mem"));
        return facts;
    }

    /** How long the firmware averages is not documented. */
    @Override
    public Map<Metric, SampleWindow> windows() {
        Map<Metric, SampleWindow> windows = new EnumMap<>(Metric.class);
        if (sensors.powerIsOfTheMoment()) {
            windows.put(Metric.POWER, SampleWindow.moment());
        }
        windows.put(Metric.MEMORY_USED, SampleWindow.moment());
        windows.put(Metric.TEMPERATURE, SampleWindow.moment());
        windows.put(Metric.MEMORY_TEMPERATURE, SampleWindow.moment());
        windows.put(Metric.PCIE_REPLAYS, SampleWindow.sinceLoad());
        windows.put(Metric.ECC_CORRECTED, SampleWindow.sinceLoad());
        windows.put(Metric.ECC_UNCORRECTED, SampleWindow.sinceLoad());
        return windows;
    }

    private void words(Map<DeviceProperty, PropertyValue> facts, DeviceProperty fact, String file) {
        device.text(file).ifPresent(text -> facts.put(fact, new PropertyValue.Words(text)));
    }

    /** The sensor's hertz, else the level in use of the table of levels: "1: 1300Mhz *". */
    private OptionalDouble clock(int sensor, String table) {
        OptionalDouble measured = sensors.clock(sensor);
        if (measured.isPresent()) {
            return measured;
        }
        return device.text(table).orElse("").lines().filter(line -> line.endsWith("*")).findFirst().stream()
                .mapToDouble(line -> megahertz(line) * MEGA)
                .filter(hertz -> hertz >= 0)
                .findFirst();
    }

    private static double megahertz(String line) {
        String digits = line.substring(line.indexOf(':') + 1).replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 6 ? -1 : Integer.parseInt(digits);
    }

    /** Errors of the memory controller: "ue: 0" and "ce: 12", a line each. */
    private OptionalDouble errors(String kind) {
        return device.folder("ras")
                .text("umc_err_count")
                .orElse("")
                .lines()
                .map(line -> line.split(": *"))
                .filter(parts -> parts.length == 2 && parts[0].equals(kind) && parts[1].matches("[0-9]{1,15}"))
                .mapToDouble(parts -> Long.parseLong(parts[1]))
                .findFirst();
    }
}
