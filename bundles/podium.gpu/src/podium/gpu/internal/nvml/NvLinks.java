// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import podium.gpu.internal.nvml.Readings.Pci;

/** The NVLinks of one device. */
public final class NvLinks {
    /** NVML_NVLINK_MAX_LINKS. */
    private static final int MAX = 36;

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
     * @param remote PCI address of the other end: a GPU or an NVSwitch
     */
    public record NvLink(int number, boolean active, Answer<Long> version, Answer<Pci> remote) {}

    /** The links the device has, whether active or not; empty for a device without NVLink. */
    public List<NvLink> all() {
        List<NvLink> links = new ArrayList<>();
        for (int link = 0; link < MAX; link++) {
            Answer<Long> state = calls.number("nvmlDeviceGetNvLinkState", device, link);
            Long active = state.value();
            if (active != null) {
                links.add(new NvLink(
                        link,
                        active != 0,
                        calls.number("nvmlDeviceGetNvLinkVersion", device, link),
                        calls.struct("nvmlDeviceGetNvLinkRemotePciInfo_v2", device, link, Layouts.PCI)
                                .map(Pci::of)));
            }
        }
        return links;
    }

    /** Errors of a kind since the counters were reset. */
    public Answer<Long> errors(int link, Error error) {
        return calls.wide("nvmlDeviceGetNvLinkErrorCounter", device, link, error.ordinal());
    }
}
