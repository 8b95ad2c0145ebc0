// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.nio.file.Path;
import java.time.Duration;
import org.osgi.service.component.annotations.Component;
import podium.core.port.LocalAccelerators;
import podium.gpu.internal.nvml.Nvml;

/**
 * The NVIDIA GPUs of this machine. The system property {@value #LIBRARY} names another library than the one the dynamic
 * linker finds.
 */
@Component
public final class NvmlAccelerators implements LocalAccelerators {
    /** A file; for drivers in unusual places, as in containers, and for tests. */
    static final String LIBRARY = "podium.nvml.library";

    private static final Duration FASTEST = Duration.ofMillis(10);

    @Override
    public Sampling start(Duration period, Sink sink) {
        if (period.compareTo(FASTEST) < 0) {
            throw new IllegalArgumentException("a period of " + period + " is too short");
        }
        String library = System.getProperty(LIBRARY);
        return new NvmlSampling(
                () -> library == null ? Nvml.open() : Nvml.open(Path.of(library)), Pace.of(period), sink);
    }
}
