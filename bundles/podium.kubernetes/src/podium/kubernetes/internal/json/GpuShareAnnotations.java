// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import podium.core.change.DeviceReport;
import podium.core.fleet.GpuShares;
import podium.model.fleet.Health;
import podium.model.value.Resources;

/**
 * What annotations tell of shared GPUs. Sources: docs/develop/protocol.md of Project-HAMi/HAMi (register, allocated),
 * pkg/scheduler/api/devices/nvidia/vgpu of volcano-sh/volcano, docs/gpu-sharing of kai-scheduler.
 */
final class GpuShareAnnotations {
    static final String FRACTION = "gpu-fraction";
    static final String MEMORY = "gpu-memory";
    static final String DEVICES = "gpu-fraction-num-devices";

    private static final Set<String> ASKED = Set.of(FRACTION, MEMORY, DEVICES);
    private static final Set<String> GIVEN = Set.of("hami.io/vgpu-devices-allocated", "volcano.sh/vgpu-ids-new");
    private static final String GPU = "nvidia.com/gpu";

    private GpuShareAnnotations() {}

    /** True for an annotation with which a pod asks KAI for a share. */
    static boolean asks(String key) {
        return ASKED.contains(key);
    }

    /** True for an annotation with which HAMi or Volcano say which devices a pod was given. */
    static boolean given(String key) {
        return GIVEN.contains(key);
    }

    /** UUIDs in {@code UUID,type,memory,cores:...;...;}, each once; a MIG instance is told by its device. */
    static List<String> uuids(String given) {
        List<String> uuids = new ArrayList<>();
        for (String entry : given.split("[:;]")) {
            int comma = entry.indexOf(',');
            int bracket = entry.indexOf('[');
            if (comma > 0) {
                String uuid = entry.substring(0, bracket > 0 && bracket < comma ? bracket : comma);
                if (!uuids.contains(uuid)) {
                    uuids.add(uuid);
                }
            }
        }
        return uuids;
    }

    /** What a pod asks KAI for, as requests. */
    static Resources asked(JsonTree marks) {
        Map<String, Long> amounts = new HashMap<>();
        put(amounts, GpuShares.KAI_FRACTION, marks.text(FRACTION), 1000);
        put(amounts, GpuShares.KAI_MEMORY, marks.text(MEMORY), 1);
        if (!amounts.isEmpty()) {
            put(amounts, GpuShares.KAI_DEVICES, marks.text(DEVICES), 1);
        }
        return Resources.of(amounts);
    }

    private static void put(Map<String, Long> amounts, String name, String text, int unit) {
        try {
            double value = text.isEmpty() ? 0 : Double.parseDouble(text);
            if (value > 0 && value < 1 << 30) {
                amounts.put(name, (long) Math.ceil(value * unit - 1e-9));
            }
        } catch (NumberFormatException e) {
            return; // KAI refuses such a pod itself
        }
    }

    /** The devices HAMi registered on a node, {@code UUID,split,MiB,cores,type,numa,healthy,index,mode:...}. */
    static List<DeviceReport> registered(JsonTree annotations) {
        List<DeviceReport> devices = new ArrayList<>();
        for (String entry : annotations.text("hami.io/node-nvidia-register").split(":")) {
            String[] fields = entry.split(",");
            if (fields.length >= 7) {
                boolean healthy = "true".equals(fields[6]);
                devices.add(new DeviceReport(
                        devices.size(),
                        fields[0],
                        fields[4],
                        number(fields[2]) > 0 ? OptionalLong.of((long) number(fields[2]) << 20) : OptionalLong.empty(),
                        "",
                        OptionalInt.of(number(fields[5])),
                        healthy ? Health.HEALTHY : Health.FAILED,
                        healthy ? "" : "HAMi calls it unhealthy"));
            }
        }
        return devices;
    }

    /** Resources of a node with so many registered devices: HAMi offers each of them many times over. */
    static Resources counted(Resources offered, int devices) {
        if (devices == 0 || !offered.has(GPU)) {
            return offered;
        }
        Map<String, Long> amounts = new HashMap<>(offered.toMap());
        amounts.put(GpuShares.HAMI_SLOTS, offered.get(GPU));
        amounts.put(GPU, (long) devices);
        return Resources.of(amounts);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
