// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.Locale;
import java.util.regex.Pattern;
import podium.model.fleet.Vendor;

/** Which DRA drivers offer accelerators, and whose; others offer network cards, compute domains, CPUs and the like. */
public final class AcceleratorDrivers {
    private static final Pattern NAMES =
            Pattern.compile("[gtnhxpi]pu|gaudi|neuron|accelerator|mlu|dcu|gcu|tenstorrent");
    /** Devices that are called so are accelerators, whatever their driver is called: gpu-0, gpu-0-partition-1. */
    private static final Pattern DEVICES =
            Pattern.compile("(gpu|tpu|gaudi|npu|neuron|accelerator|hpu|xpu|mlu|dcu|gcu)[-_]?\\d+([-_].*)?");

    private AcceleratorDrivers() {}

    /** True when the name of the driver says so. */
    public static boolean is(String driver) {
        return NAMES.matcher(driver.toLowerCase(Locale.ROOT)).find();
    }

    /** True when the name of the driver says so, or that of its device. */
    public static boolean is(DeviceId id) {
        return is(id.driver())
                || DEVICES.matcher(id.device().toLowerCase(Locale.ROOT)).matches();
    }

    /** Whose accelerators a driver offers, as its name says. */
    public static Vendor vendor(String driver) {
        return AcceleratorMaker.ofDriver(driver).vendor();
    }
}
