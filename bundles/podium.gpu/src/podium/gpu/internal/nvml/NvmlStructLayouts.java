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
import java.util.List;

/** Structures of nvml.h, as a 64-bit C compiler lays them out. */
final class NvmlStructLayouts {
    /** nvmlMemory_v2_t: bytes. */
    static final StructLayout MEMORY = structLayout(
                    JAVA_INT.withName("version"),
                    paddingLayout(4),
                    JAVA_LONG.withName("total"),
                    JAVA_LONG.withName("reserved"),
                    JAVA_LONG.withName("free"),
                    JAVA_LONG.withName("used"))
            .withName("nvmlMemory_v2_t");

    /** nvmlUtilization_t: percent over the last sample period (1/6 s to 1 s, by product). */
    static final StructLayout UTILIZATION =
            structLayout(JAVA_INT.withName("gpu"), JAVA_INT.withName("memory")).withName("nvmlUtilization_t");

    /** nvmlPciInfo_t. */
    static final StructLayout PCI = structLayout(
                    sequenceLayout(16, JAVA_BYTE).withName("busIdLegacy"),
                    JAVA_INT.withName("domain"),
                    JAVA_INT.withName("bus"),
                    JAVA_INT.withName("device"),
                    JAVA_INT.withName("pciDeviceId"),
                    JAVA_INT.withName("pciSubSystemId"),
                    sequenceLayout(32, JAVA_BYTE).withName("busId"))
            .withName("nvmlPciInfo_t");

    /** nvmlProcessInfo_v2_t, which the _v3 process functions fill. */
    static final StructLayout PROCESS = structLayout(
                    JAVA_INT.withName("pid"),
                    paddingLayout(4),
                    JAVA_LONG.withName("usedGpuMemory"),
                    JAVA_INT.withName("gpuInstanceId"),
                    JAVA_INT.withName("computeInstanceId"))
            .withName("nvmlProcessInfo_v2_t");

    /** nvmlProcessInfo_v1_t, which the process functions without a suffix fill. */
    static final StructLayout PROCESS_1 = structLayout(
                    JAVA_INT.withName("pid"), paddingLayout(4), JAVA_LONG.withName("usedGpuMemory"))
            .withName("nvmlProcessInfo_v1_t");

    /** nvmlEventData_t. */
    static final StructLayout EVENT = structLayout(
                    ADDRESS.withName("device"),
                    JAVA_LONG.withName("eventType"),
                    JAVA_LONG.withName("eventData"),
                    JAVA_INT.withName("gpuInstanceId"),
                    JAVA_INT.withName("computeInstanceId"))
            .withName("nvmlEventData_t");

    /** nvmlFieldValue_t; the value is a union of 8 bytes. */
    static final StructLayout FIELD = structLayout(
                    JAVA_INT.withName("fieldId"),
                    JAVA_INT.withName("scopeId"),
                    JAVA_LONG.withName("timestamp"),
                    JAVA_LONG.withName("latencyUsec"),
                    JAVA_INT.withName("valueType"),
                    JAVA_INT.withName("nvmlReturn"),
                    JAVA_LONG.withName("value"))
            .withName("nvmlFieldValue_t");

    /** nvmlGpuFabricInfo_t, of drivers before 550. */
    static final StructLayout FABRIC_1 = structLayout(
                    sequenceLayout(16, JAVA_BYTE).withName("clusterUuid"),
                    JAVA_INT.withName("status"),
                    JAVA_INT.withName("cliqueId"),
                    JAVA_BYTE.withName("state"),
                    paddingLayout(3))
            .withName("nvmlGpuFabricInfo_t");

    /** nvmlGpuFabricInfo_v2_t. */
    static final StructLayout FABRIC_2 = structLayout(
                    JAVA_INT.withName("version"),
                    sequenceLayout(16, JAVA_BYTE).withName("clusterUuid"),
                    JAVA_INT.withName("status"),
                    JAVA_INT.withName("cliqueId"),
                    JAVA_BYTE.withName("state"),
                    paddingLayout(3),
                    JAVA_INT.withName("healthMask"))
            .withName("nvmlGpuFabricInfo_v2_t");

    /** nvmlGpuFabricInfo_v3_t. */
    static final StructLayout FABRIC_3 = structLayout(
                    JAVA_INT.withName("version"),
                    sequenceLayout(16, JAVA_BYTE).withName("clusterUuid"),
                    JAVA_INT.withName("status"),
                    JAVA_INT.withName("cliqueId"),
                    JAVA_BYTE.withName("state"),
                    paddingLayout(3),
                    JAVA_INT.withName("healthMask"),
                    JAVA_BYTE.withName("healthSummary"),
                    paddingLayout(3))
            .withName("nvmlGpuFabricInfo_v3_t");

    /** nvmlDeviceAttributes_t: what a MIG device has of its GPU. */
    static final StructLayout ATTRIBUTES = structLayout(
                    JAVA_INT.withName("multiprocessorCount"),
                    JAVA_INT.withName("sharedCopyEngineCount"),
                    JAVA_INT.withName("sharedDecoderCount"),
                    JAVA_INT.withName("sharedEncoderCount"),
                    JAVA_INT.withName("sharedJpegCount"),
                    JAVA_INT.withName("sharedOfaCount"),
                    JAVA_INT.withName("gpuInstanceSliceCount"),
                    JAVA_INT.withName("computeInstanceSliceCount"),
                    JAVA_LONG.withName("memorySizeMB"))
            .withName("nvmlDeviceAttributes_t");

    /** nvmlGpuInstanceInfo_t, with its nvmlGpuInstancePlacement_t. */
    static final StructLayout GPU_INSTANCE = structLayout(
                    ADDRESS.withName("device"),
                    JAVA_INT.withName("id"),
                    JAVA_INT.withName("profileId"),
                    JAVA_INT.withName("placement.start"),
                    JAVA_INT.withName("placement.size"))
            .withName("nvmlGpuInstanceInfo_t");

    /** nvmlRowRemapperHistogramValues_t: banks of memory by how many spare rows they still have. */
    static final StructLayout HISTOGRAM = structLayout(
                    JAVA_INT.withName("max"),
                    JAVA_INT.withName("high"),
                    JAVA_INT.withName("partial"),
                    JAVA_INT.withName("low"),
                    JAVA_INT.withName("none"))
            .withName("nvmlRowRemapperHistogramValues_t");

    /** Every structure, for whoever holds them against a compiler. */
    static final List<StructLayout> ALL = List.of(
            MEMORY,
            UTILIZATION,
            PCI,
            PROCESS,
            PROCESS_1,
            EVENT,
            FIELD,
            FABRIC_1,
            FABRIC_2,
            FABRIC_3,
            ATTRIBUTES,
            GPU_INSTANCE,
            HISTOGRAM);

    private NvmlStructLayouts() {}

    /** NVML_STRUCT_VERSION: size of the structure, version in the top byte. */
    static int version(MemoryLayout layout, int version) {
        return (int) layout.byteSize() | version << 24;
    }

    static long offset(MemoryLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }
}
