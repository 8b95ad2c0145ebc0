// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.fleet.GpuShares;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
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
    private static final Set<String> GIVEN = Set.of("hami.io/kunlun-allocated", "volcano.sh/vgpu-ids-new");

    /** Podium's own name of a GPU that Koordinator gives away by its number. */
    static final String KOORDINATOR_GPU = "koordinator-gpu-";

    private static final String KOORDINATOR = "scheduling.koordinator.sh/device-allocated";

    private GpuShareAnnotations() {}

    /** True for an annotation with which a pod asks KAI for a share. */
    static boolean asks(String key) {
        return ASKED.contains(key);
    }

    /** True for an annotation with which HAMi or Volcano say which devices a pod was given. */
    static boolean given(String key) {
        return GIVEN.contains(key)
                || KOORDINATOR.equals(key)
                || key.startsWith("hami.io/") && key.endsWith("-devices-allocated");
    }

    /**
     * UUIDs in {@code UUID,type,memory,cores:...;...;}, each once; a MIG instance is told by its device. Koordinator writes {@code
     * {"gpu":[{"minor":1,...}]}} (AnnotationDeviceAllocated of apis/extension/device_share.go).
     */
    static List<String> uuids(String given) {
        return given.startsWith("{") ? minors(given) : listed(given);
    }

    private static List<String> minors(String given) {
        try {
            return JsonTree.read(JsonInput.of(given)).at("gpu").elements().stream()
                    .map(gpu -> gpu.number("minor", -1))
                    .filter(minor -> minor >= 0)
                    .distinct()
                    .map(minor -> KOORDINATOR_GPU + minor)
                    .toList();
        } catch (IOException e) {
            return List.of(); // not written by Koordinator
        }
    }

    private static List<String> listed(String given) {
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
}
