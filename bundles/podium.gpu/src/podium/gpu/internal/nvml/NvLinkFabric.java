// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * The NVLink fabric a device belongs to. GPUs with the same cluster UUID and clique reach each other over NVLink.
 *
 * @param clusterUuid 8-4-4-4-12 hexadecimal digits; empty while the fabric has not been probed
 * @param clique number of the clique in the cluster
 * @param status how the probe ended; tells something only when the state is COMPLETED
 * @param healthMask NVML_GPU_FABRIC_HEALTH_MASK_*; empty from drivers before 550
 * @param health empty from drivers that do not sum it up
 */
public record NvLinkFabric(
        String clusterUuid, int clique, State state, NvmlCode status, OptionalInt healthMask, Health health) {
    private static final String FUNCTION = "nvmlDeviceGetGpuFabricInfoV";
    private static final int UUID_LENGTH = 16;

    /** NVML_GPU_FABRIC_STATE_*, in the order of the header. */
    public enum State {
        NOT_SUPPORTED,
        NOT_STARTED,
        IN_PROGRESS,
        COMPLETED,
        UNKNOWN
    }

    /** NVML_GPU_FABRIC_HEALTH_SUMMARY_*, in the order of the header. */
    public enum Health {
        NOT_SUPPORTED,
        HEALTHY,
        UNHEALTHY,
        LIMITED_CAPACITY,
        UNKNOWN
    }

    /** Asks with the newest structure the driver knows. */
    static NvmlResult<NvLinkFabric> read(NvmlCalls calls, MemorySegment device) {
        NvmlResult<NvLinkFabric> third = versioned(calls, device, NvmlStructLayouts.FABRIC_3, 3);
        if (third.code() != NvmlCode.ARGUMENT_VERSION_MISMATCH && third.code() != NvmlCode.FUNCTION_NOT_FOUND) {
            return third;
        }
        NvmlResult<NvLinkFabric> second = versioned(calls, device, NvmlStructLayouts.FABRIC_2, 2);
        return second.code() == NvmlCode.FUNCTION_NOT_FOUND
                ? calls.struct("nvmlDeviceGetGpuFabricInfo", device, NvmlStructLayouts.FABRIC_1, 0)
                        .map(struct ->
                                of(struct, NvmlStructLayouts.FABRIC_1, OptionalInt.empty(), Health.NOT_SUPPORTED))
                : second;
    }

    private static NvmlResult<NvLinkFabric> versioned(
            NvmlCalls calls, MemorySegment device, StructLayout layout, int version) {
        return calls.struct(FUNCTION, device, layout, NvmlStructLayouts.version(layout, version))
                .map(struct -> of(
                        struct,
                        layout,
                        OptionalInt.of(struct.get(JAVA_INT, NvmlStructLayouts.offset(layout, "healthMask"))),
                        version < 3
                                ? Health.NOT_SUPPORTED
                                : Health.values()[at(struct, layout, "healthSummary", Health.values().length)]));
    }

    private static NvLinkFabric of(MemorySegment struct, StructLayout layout, OptionalInt mask, Health health) {
        byte[] uuid = struct.asSlice(NvmlStructLayouts.offset(layout, "clusterUuid"), UUID_LENGTH)
                .toArray(JAVA_BYTE);
        return new NvLinkFabric(
                text(uuid),
                struct.get(JAVA_INT, NvmlStructLayouts.offset(layout, "cliqueId")),
                State.values()[at(struct, layout, "state", State.values().length)],
                NvmlCode.of(struct.get(JAVA_INT, NvmlStructLayouts.offset(layout, "status"))),
                mask,
                health);
    }

    /** The value of a byte that counts the members of an enumeration, or the last of them, which is UNKNOWN. */
    private static int at(MemorySegment struct, StructLayout layout, String field, int members) {
        return Math.min(
                Byte.toUnsignedInt(struct.get(JAVA_BYTE, NvmlStructLayouts.offset(layout, field))), members - 1);
    }

    private static String text(byte[] uuid) {
        String hex = HexFormat.of().formatHex(uuid);
        return hex.chars().allMatch(digit -> digit == '0')
                ? ""
                : hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
