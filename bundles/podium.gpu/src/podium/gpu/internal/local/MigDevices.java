// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.machine.LocalSlice;
import podium.gpu.internal.nvml.MigSlices;
import podium.gpu.internal.nvml.MigSlices.MigDevice;
import podium.gpu.internal.nvml.NvmlResult;

/** The MIG devices of a GPU, read through NVML. */
final class MigDevices {
    private static final String BEFORE_PROFILE = " MIG ";

    private MigDevices() {}

    static List<LocalSlice> of(MigSlices slices) {
        return slices.all().get().orElse(List.of()).stream()
                .map(MigDevices::slice)
                .toList();
    }

    private static LocalSlice slice(MigDevice device) {
        return new LocalSlice(
                device.number(),
                device.uuid().get().orElse(""),
                device.name().map(MigDevices::profile).get().orElse(""),
                number(device.gpuInstance()),
                number(device.computeInstance()),
                number(device.placement().map(placement -> placement.start())),
                number(device.placement().map(placement -> placement.size())),
                number(device.attributes().map(attributes -> attributes.multiprocessors())),
                bytes(device.memory().map(memory -> memory.total())),
                bytes(device.memory().map(memory -> memory.used())));
    }

    /** The driver writes it behind the product's name. */
    private static String profile(String name) {
        int at = name.lastIndexOf(BEFORE_PROFILE);
        return at < 0 ? "" : name.substring(at + BEFORE_PROFILE.length());
    }

    private static OptionalInt number(NvmlResult<Long> answer) {
        return answer.map(value -> OptionalInt.of(value.intValue())).get().orElse(OptionalInt.empty());
    }

    private static OptionalLong bytes(NvmlResult<Long> answer) {
        return answer.map(OptionalLong::of).get().orElse(OptionalLong.empty());
    }
}
