// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import podium.core.machine.LocalAccelerators;
import podium.gpu.internal.local.NvmlSampling;
import podium.gpu.internal.sysfs.SysfsSampling;

/**
 * The GPUs of this machine: NVIDIA's through NVML, those of AMD and Intel through sysfs. The system properties
 * {@value #LIBRARY} and {@value #SYSFS} name another library than the one the dynamic linker finds, and another place than
 * /sys.
 */
@Component
public final class MachineAccelerators implements LocalAccelerators {
    /** A file; for drivers in unusual places, as in containers, and for tests. */
    static final String LIBRARY = "podium.nvml.library";

    /** A folder; for a host's /sys that is mounted elsewhere, and for tests. */
    static final String SYSFS = "podium.sysfs";

    private static final Duration FASTEST = Duration.ofMillis(10);

    @Override
    public Sampling start(Duration period, Sink sink) {
        if (period.compareTo(FASTEST) < 0) {
            throw new IllegalArgumentException("a period of " + period + " is too short");
        }
        String library = System.getProperty(LIBRARY);
        Sampling nvidia = NvmlSampling.start(Optional.ofNullable(library).map(Path::of), period, sink);
        return new Both(nvidia, SysfsSampling.start(Path.of(System.getProperty(SYSFS, "/sys")), period, sink));
    }

    /**
     * Two samplings as one.
     *
     * @param nvidia says why there is nothing, where there is nothing
     */
    record Both(Sampling nvidia, Sampling others) implements Sampling {
        @Override
        public State state() {
            State first = nvidia.state();
            if (!(others.state() instanceof State.Running more)) {
                return first;
            }
            if (!(first instanceof State.Running running)) {
                return more;
            }
            List<LocalDevice> all = new ArrayList<>(running.devices());
            all.addAll(more.devices());
            return new State.Running(running.driver(), all);
        }

        @Override
        public void close() {
            try (nvidia) {
                others.close();
            }
        }
    }
}
