// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.MemoryLayout.paddingLayout;
import static java.lang.foreign.MemoryLayout.sequenceLayout;
import static java.lang.foreign.MemoryLayout.structLayout;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/** Structures of nvml.h, as a 64-bit C compiler lays them out. */
final class Layouts {
    /** nvmlMemory_v2_t: bytes. */
    static final StructLayout MEMORY = structLayout(
            JAVA_INT.withName("version"),
            paddingLayout(4),
            JAVA_LONG.withName("total"),
            JAVA_LONG.withName("reserved"),
            JAVA_LONG.withName("free"),
            JAVA_LONG.withName("used"));

    /** nvmlUtilization_t: percent over the last sample period (1/6 s to 1 s, by product). */
    static final StructLayout UTILIZATION = structLayout(JAVA_INT.withName("gpu"), JAVA_INT.withName("memory"));

    /** nvmlPciInfo_t. */
    static final StructLayout PCI = structLayout(
            sequenceLayout(16, JAVA_BYTE).withName("busIdLegacy"),
            JAVA_INT.withName("domain"),
            JAVA_INT.withName("bus"),
            JAVA_INT.withName("device"),
            JAVA_INT.withName("pciDeviceId"),
            JAVA_INT.withName("pciSubSystemId"),
            sequenceLayout(32, JAVA_BYTE).withName("busId"));

    /** nvmlProcessInfo_v2_t, which the _v3 process functions fill. */
    static final StructLayout PROCESS = structLayout(
            JAVA_INT.withName("pid"),
            paddingLayout(4),
            JAVA_LONG.withName("usedGpuMemory"),
            JAVA_INT.withName("gpuInstanceId"),
            JAVA_INT.withName("computeInstanceId"));

    /** nvmlEventData_t. */
    static final StructLayout EVENT = structLayout(
            ADDRESS.withName("device"),
            JAVA_LONG.withName("eventType"),
            JAVA_LONG.withName("eventData"),
            JAVA_INT.withName("gpuInstanceId"),
            JAVA_INT.withName("computeInstanceId"));

    /** nvmlFieldValue_t; the value is a union of 8 bytes. */
    static final StructLayout FIELD = structLayout(
            JAVA_INT.withName("fieldId"),
            JAVA_INT.withName("scopeId"),
            JAVA_LONG.withName("timestamp"),
            JAVA_LONG.withName("latencyUsec"),
            JAVA_INT.withName("valueType"),
            JAVA_INT.withName("nvmlReturn"),
            JAVA_LONG.withName("value"));

    /** nvmlGpuFabricInfo_v2_t. */
    static final StructLayout FABRIC = structLayout(
            JAVA_INT.withName("version"),
            sequenceLayout(16, JAVA_BYTE).withName("clusterUuid"),
            JAVA_INT.withName("status"),
            JAVA_INT.withName("cliqueId"),
            JAVA_BYTE.withName("state"),
            paddingLayout(3),
            JAVA_INT.withName("healthMask"));

    private Layouts() {}

    /** NVML_STRUCT_VERSION: size of the structure, version in the top byte. */
    static int version(MemoryLayout layout, int version) {
        return (int) layout.byteSize() | version << 24;
    }

    static long offset(MemoryLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }
}
