// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import podium.model.fleet.Vendor;

/** Which DRA drivers offer accelerators, and whose; others offer network cards, compute domains, CPUs and the like. */
public final class AcceleratorDrivers {
    private static final Pattern NAMES = Pattern.compile("gpu|tpu|gaudi|npu|neuron|accelerator|hpu|xpu|mlu|dcu");
    /** Devices that are called so are accelerators, whatever their driver is called: gpu-0, gpu-0-partition-1. */
    private static final Pattern DEVICES =
            Pattern.compile("(gpu|tpu|gaudi|npu|neuron|accelerator|hpu|xpu|mlu|dcu)[-_]?\\d+([-_].*)?");

    private static final List<Map.Entry<String, Vendor>> MAKERS = List.of(
            Map.entry("nvidia", Vendor.NVIDIA),
            Map.entry("amd", Vendor.AMD),
            Map.entry("gaudi", Vendor.HABANA),
            Map.entry("habana", Vendor.HABANA),
            Map.entry("intel", Vendor.INTEL),
            Map.entry("google", Vendor.GOOGLE),
            Map.entry("tpu", Vendor.GOOGLE),
            Map.entry("neuron", Vendor.AWS),
            Map.entry("aws", Vendor.AWS),
            Map.entry("ascend", Vendor.ASCEND),
            Map.entry("huawei", Vendor.ASCEND),
            Map.entry("mthreads", Vendor.MOORE_THREADS));

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
        String name = driver.toLowerCase(Locale.ROOT);
        return MAKERS.stream()
                .filter(maker -> name.contains(maker.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Vendor.UNKNOWN);
    }
}
