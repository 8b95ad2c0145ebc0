// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import podium.gpu.internal.nvml.DeviceReadings.Pci;

/** The NVLinks of one device. */
public final class NvLinks {
    /** NVML_NVLINK_MAX_LINKS. */
    private static final int MAX = 36;

    private static final double KIBI = 1024;

    /** What is asked of each link beside its state. */
    static final List<FieldId> FIELDS = List.of(
            FieldId.NVLINK_SENT,
            FieldId.NVLINK_RECEIVED,
            FieldId.NVLINK_REMOTE_NUMBER,
            FieldId.NVLINK_SENT_BYTES,
            FieldId.NVLINK_RECEIVED_BYTES,
            FieldId.NVLINK_RECEIVE_ERRORS,
            FieldId.NVLINK_REMOTE_ERRORS,
            FieldId.NVLINK_RECOVERIES,
            FieldId.NVLINK_FAILED_RECOVERIES,
            FieldId.NVLINK_SYMBOL_ERRORS);

    private final MemorySegment device;
    private final NvmlCalls calls;

    NvLinks(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
    }

    /** Errors counted on a link (nvmlNvLinkErrorCounter_t; the order is that of the header). */
    public enum Error {
        REPLAY,
        RECOVERY,
        CRC_FLIT,
        CRC_DATA,
        ECC_DATA
    }

    /**
     * One link.
     *
     * @param remote PCI address of the other end
     * @param end what is there
     * @param fields see {@link #FIELDS}; each link has those of its generation
     */
    public record NvLink(
            int number,
            boolean active,
            NvmlResult<Long> version,
            NvmlResult<Pci> remote,
            NvmlResult<RemoteEnd> end,
            FieldValues fields) {

        /** Bytes sent since the driver was loaded. */
        public NvmlResult<Double> sent() {
            return traffic(FieldId.NVLINK_SENT_BYTES, FieldId.NVLINK_SENT);
        }

        /** Bytes received since the driver was loaded. */
        public NvmlResult<Double> received() {
            return traffic(FieldId.NVLINK_RECEIVED_BYTES, FieldId.NVLINK_RECEIVED);
        }

        /** NVLink 5 counts bytes, what was before it KiB. */
        private NvmlResult<Double> traffic(FieldId bytes, FieldId kibi) {
            NvmlResult<Double> fine = fields.get(bytes);
            return fine.isPresent() ? fine : fields.get(kibi).map(value -> value * KIBI);
        }
    }

    /** What a link leads to (nvmlIntNvLinkDeviceType_t; the order is that of the header). */
    public enum RemoteEnd {
        GPU,
        IBM_PROCESSOR,
        SWITCH,
        UNKNOWN
    }

    /** The links the device has, whether active or not; empty for a device without NVLink. */
    public List<NvLink> all() {
        List<NvLink> links = new ArrayList<>();
        for (int link = 0; link < MAX; link++) {
            NvmlResult<Long> state = calls.number("nvmlDeviceGetNvLinkState", device, link);
            Long active = state.value();
            if (active != null) {
                links.add(new NvLink(
                        link,
                        active != 0,
                        calls.number("nvmlDeviceGetNvLinkVersion", device, link),
                        calls.struct("nvmlDeviceGetNvLinkRemotePciInfo_v2", device, link, NvmlStructLayouts.PCI)
                                .map(Pci::of),
                        calls.number("nvmlDeviceGetNvLinkRemoteDeviceType", device, link)
                                .map(type -> RemoteEnd.values()[(int) Math.min(type, RemoteEnd.UNKNOWN.ordinal())]),
                        FieldValues.read(calls.functions(), device, link, FIELDS)));
            }
        }
        return links;
    }

    /** Errors of a kind since the counters were reset. */
    public NvmlResult<Long> errors(int link, Error error) {
        return calls.wide("nvmlDeviceGetNvLinkErrorCounter", device, link, error.ordinal());
    }
}
