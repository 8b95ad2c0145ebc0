// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.PropertyValue;
import podium.gpu.internal.cuda.CudaDevice;
import podium.gpu.texts.Texts;

/**
 * Which devices are measured.
 *
 * @param chosen in the order of NVML's index
 * @param leftOut the others, with the reason
 */
record ProbeSelection(List<Candidate> chosen, Map<Integer, String> leftOut) {
    /** A device as NVML and as CUDA know it. */
    record Candidate(LocalDevice local, CudaDevice cuda) {
        int index() {
            return local.device().index();
        }
    }

    /**
     * Leaves out what cannot be measured and, unless told otherwise, what is in use.
     *
     * @param held why a task holds it, by index
     * @param evenHeld true: what is in use too
     */
    static ProbeSelection of(
            List<LocalDevice> devices, List<CudaDevice> cuda, Map<Integer, String> held, boolean evenHeld) {
        Map<String, CudaDevice> byUuid = new HashMap<>();
        Map<String, CudaDevice> byPci = new HashMap<>();
        for (CudaDevice device : cuda) {
            byUuid.put(device.uuid().toLowerCase(Locale.ROOT), device);
            byPci.put(slot(device.pciBusId()), device);
        }
        List<Candidate> chosen = new ArrayList<>();
        Map<Integer, String> leftOut = new TreeMap<>();
        for (LocalDevice local : devices) {
            CudaDevice known = byUuid.get(local.device().uuid().toLowerCase(Locale.ROOT));
            CudaDevice device = known == null ? byPci.get(slot(local.device().pciBusId())) : known;
            int index = local.device().index();
            Optional<String> reason = impossible(local, device)
                    .or(() -> evenHeld ? Optional.empty() : inUse(local, held.getOrDefault(index, "")));
            if (reason.isPresent()) {
                leftOut.put(index, reason.get());
            } else if (device != null) {
                chosen.add(new Candidate(local, device));
            }
        }
        return new ProbeSelection(chosen, leftOut);
    }

    private static Optional<String> impossible(LocalDevice local, @Nullable CudaDevice device) {
        if (!(local.condition() instanceof Condition.Answering)) {
            return Optional.of(Texts.of("ProbeSelection.theDriverGetsNoAnswer"));
        }
        boolean cut = local.details().facts().get(DeviceProperty.MIG) instanceof PropertyValue.Switch mig && mig.on();
        if (cut) {
            return Optional.of(Texts.of("ProbeSelection.cutIntoSlicesMig"));
        }
        return device == null ? Optional.of(Texts.of("ProbeSelection.cudaDoesNotShow")) : Optional.empty();
    }

    /** A driver that tells no processes may have some. */
    private static Optional<String> inUse(LocalDevice local, String holder) {
        if (!holder.isEmpty()) {
            return Optional.of(Texts.of("ProbeSelection.heldBy", holder));
        }
        Optional<List<LocalProcess>> processes = local.details().processes();
        if (processes.isEmpty()) {
            return Optional.of(Texts.of("ProbeSelection.unknownWhetherInUse"));
        }
        return processes.get().stream()
                .findFirst()
                .map(process -> process.program().isEmpty()
                        ? Texts.of("ProbeSelection.inUseByProcess", process.pid())
                        : Texts.of("ProbeSelection.inUseByProcessOf", process.pid(), process.program()));
    }

    /** NVML writes the domain with eight digits, CUDA with four. */
    private static String slot(String pci) {
        String lower = pci.toLowerCase(Locale.ROOT);
        return lower.startsWith("0000") && lower.indexOf(':') == 8 ? lower.substring(4) : lower;
    }
}
