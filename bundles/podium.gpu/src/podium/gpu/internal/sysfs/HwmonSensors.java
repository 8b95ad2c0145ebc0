// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The hwmon sensors of a card (Documentation/hwmon/sysfs-interface: millidegrees, microwatts, microjoules, hertz). The number
 * of a hwmon folder changes with every load of the driver, so it is looked up at each reading.
 */
record HwmonSensors(SysFolder device) {
    private static final double MILLI = 1e-3;
    private static final double MICRO = 1e-6;
    private static final int MOST = 8;

    /** Celsius of the first sensor with one of these labels, in their order. */
    OptionalDouble temperature(String... labels) {
        for (String label : labels) {
            Optional<SysFolder> hwmon = hwmon();
            for (int i = 1; hwmon.isPresent() && i <= MOST; i++) {
                if (hwmon.get()
                        .text("temp" + i + "_label")
                        .filter(label::equals)
                        .isPresent()) {
                    return scaled(hwmon.get().number("temp" + i + "_input"), MILLI);
                }
            }
        }
        return OptionalDouble.empty();
    }

    /** Celsius at which the sensor with a label is critical. */
    OptionalDouble critical(String label) {
        Optional<SysFolder> hwmon = hwmon();
        for (int i = 1; hwmon.isPresent() && i <= MOST; i++) {
            if (hwmon.get().text("temp" + i + "_label").filter(label::equals).isPresent()) {
                return scaled(hwmon.get().number("temp" + i + "_crit"), MILLI);
            }
        }
        return OptionalDouble.empty();
    }

    /** Celsius of the first sensor, where the driver has one without a label. */
    OptionalDouble onlyTemperature() {
        return scaled(read("temp1_input"), MILLI);
    }

    /** Watts: the mean the firmware makes, else the value of the moment. */
    OptionalDouble power() {
        OptionalDouble mean = watts("power1_average");
        return mean.isPresent() ? mean : watts("power1_input");
    }

    /** True when {@link #power()} is the value of the moment. */
    boolean powerIsOfTheMoment() {
        return watts("power1_average").isEmpty();
    }

    /** Watts in a file of this name. */
    OptionalDouble watts(String file) {
        return scaled(read(file), MICRO);
    }

    /** Joules since the driver was loaded. */
    OptionalDouble energy() {
        return scaled(read("energy1_input"), MICRO);
    }

    /** Hertz. */
    OptionalDouble clock(int number) {
        return read("freq" + number + "_input");
    }

    private OptionalDouble read(String file) {
        Optional<SysFolder> hwmon = hwmon();
        return hwmon.isPresent() ? hwmon.get().number(file) : OptionalDouble.empty();
    }

    private Optional<SysFolder> hwmon() {
        return device.folder("hwmon").all("hwmon*").stream().findFirst();
    }

    static OptionalDouble scaled(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : value;
    }
}
