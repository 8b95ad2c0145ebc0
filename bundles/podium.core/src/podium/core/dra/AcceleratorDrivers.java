// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which DRA drivers offer accelerators; others offer network cards, compute domains, CPUs and the like. */
public final class AcceleratorDrivers {
    private static final Pattern NAMES = Pattern.compile("gpu|tpu|gaudi|npu|neuron|accelerator|hpu|xpu");

    private AcceleratorDrivers() {}

    /** True when the name of the driver says so. */
    public static boolean is(String driver) {
        return NAMES.matcher(driver.toLowerCase(Locale.ROOT)).find();
    }
}
