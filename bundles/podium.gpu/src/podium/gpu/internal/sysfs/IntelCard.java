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

/**
 * A card of the i915 or xe driver (kernel documentation, ABI/testing: sysfs-driver-intel-i915-hwmon,
 * sysfs-driver-intel-xe-hwmon). How busy it is these drivers tell through perf only, so that is unknown here.
 */
final class IntelCard implements SysfsCard {
    private static final double MEGA = 1e6;
    private static final double MILLIS = 1000;

    private final SysFolder card;
    private final SysFolder device;
    private final PciSlot slot;
    private final HwmonSensors sensors;
    private OptionalDouble lastEnergy = OptionalDouble.empty();
    private long lastTime;

    /** @param card the folder of the DRM card; its device lies in it */
    IntelCard(SysFolder card) {
        this.card = card;
        this.device = card.folder("device");
        this.slot = new PciSlot(device);
        this.sensors = new HwmonSensors(device);
    }

    @Override
    public DeviceReport identity(int index) {
        return slot.report(index, "", "Intel GPU " + slot.number(), memory());
    }

    @Override
    public boolean isThere() {
        return device.folder("driver").exists();
    }

    @Override
    public void sample(long time, Taker taker) {
        OptionalDouble energy = sensors.energy();
        taker.take(Metric.ENERGY, energy);
        taker.take(Metric.POWER, power(energy, time));
        OptionalDouble package0 = sensors.temperature("pkg");
        taker.take(Metric.TEMPERATURE, package0.isPresent() ? package0 : sensors.onlyTemperature());
        taker.take(Metric.MEMORY_TEMPERATURE, sensors.temperature("vram"));
        taker.take(Metric.SM_CLOCK, clock("tile0/gt0/freq0/act_freq", "gt/gt0/rps_act_freq_mhz", "gt_act_freq_mhz"));
        taker.take(Metric.MEMORY_TOTAL, memory());
    }

    @Override
    public Map<DeviceProperty, PropertyValue> facts() {
        Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);
        slot.addFacts(facts);
        PciSlot.put(facts, DeviceProperty.POWER_LIMIT, sensors.watts("power1_max"));
        PciSlot.put(facts, DeviceProperty.POWER_LIMIT_DEFAULT, sensors.watts("power1_rated_max"));
        PciSlot.put(
                facts,
                DeviceProperty.SM_CLOCK_HIGHEST,
                clock("tile0/gt0/freq0/rp0_freq", "gt/gt0/rps_RP0_freq_mhz", "gt_RP0_freq_mhz"));
        return facts;
    }

    @Override
    public Map<Metric, SampleWindow> windows() {
        Map<Metric, SampleWindow> windows = new EnumMap<>(Metric.class);
        windows.put(Metric.ENERGY, SampleWindow.sinceLoad());
        windows.put(Metric.TEMPERATURE, SampleWindow.moment());
        windows.put(Metric.MEMORY_TEMPERATURE, SampleWindow.moment());
        windows.put(Metric.SM_CLOCK, SampleWindow.moment());
        return windows;
    }

    /** Watts over the time since the last sample; the counter of energy may begin anew. */
    private OptionalDouble power(OptionalDouble energy, long time) {
        OptionalDouble before = lastEnergy;
        long since = time - lastTime;
        lastEnergy = energy;
        lastTime = time;
        return energy.isPresent() && before.isPresent() && since > 0 && energy.getAsDouble() >= before.getAsDouble()
                ? OptionalDouble.of((energy.getAsDouble() - before.getAsDouble()) * MILLIS / since)
                : OptionalDouble.empty();
    }

    /** xe has its clocks below the device, i915 below the card. */
    private OptionalDouble clock(String ofXe, String ofTile, String ofCard) {
        OptionalDouble clock = device.number(ofXe);
        clock = clock.isPresent() ? clock : card.number(ofTile);
        clock = clock.isPresent() ? clock : card.number(ofCard);
        return HwmonSensors.scaled(clock, MEGA);
    }

    private OptionalDouble memory() {
        OptionalDouble memory = device.number("tile0/physical_vram_size_bytes");
        return memory.isPresent() ? memory : card.number("lmem_total_bytes");
    }
}
