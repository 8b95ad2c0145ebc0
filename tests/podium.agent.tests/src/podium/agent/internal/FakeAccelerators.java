// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import podium.core.machine.LocalAccelerators;

/** A machine without a driver; counts who samples. */
final class FakeAccelerators implements LocalAccelerators {
    private final Set<Sampling> running = ConcurrentHashMap.newKeySet();

    int running() {
        return running.size();
    }

    @Override
    public Sampling start(Duration period, Sink sink) {
        Sampling sampling = new Sampling() {
            @Override
            public State state() {
                return new State.NoDriver("none here");
            }

            @Override
            public void close() {
                running.remove(this);
            }
        };
        running.add(sampling);
        return sampling;
    }
}
