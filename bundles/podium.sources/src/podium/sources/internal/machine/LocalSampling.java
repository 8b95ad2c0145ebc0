// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.machine;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.machine.LocalAccelerators;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.core.machine.LocalAccelerators.State;
import podium.core.machine.LocalMachine;

/** Samples this machine once a second, from the first time somebody asks for one of its devices. */
@Component
public final class LocalSampling implements LocalMachine {
    private final LocalAccelerators accelerators;
    private @Nullable Sampling sampling;
    private boolean ended;

    @Activate
    public LocalSampling(@Reference LocalAccelerators accelerators) {
        this.accelerators = accelerators;
    }

    @Override
    public Optional<LocalDevice> find(String uuid) {
        return devices().stream()
                .filter(local -> !uuid.isEmpty() && local.device().uuid().equals(uuid))
                .findFirst();
    }

    @Override
    public List<LocalDevice> devices() {
        Sampling running = running();
        return running != null && running.state() instanceof State.Running state ? state.devices() : List.of();
    }

    @Deactivate
    public void stop() {
        Sampling running;
        synchronized (this) {
            ended = true;
            running = sampling;
        }
        if (running != null) {
            running.close();
        }
    }

    private synchronized @Nullable Sampling running() {
        if (sampling == null && !ended) {
            sampling = accelerators.start(LocalAccelerators.STEADY, (index, metric, time, value) -> {});
        }
        return sampling;
    }
}
