// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;

/** Forwards that only say that they are. Any thread. */
public final class FakeForwards implements ForwardService {
    /** Why nothing may be forwarded; empty: it may. */
    public volatile Optional<String> refusal = Optional.empty();

    /** What pods and services say of their ports. */
    public volatile List<Integer> ports = List.of(8000);

    /** Why none can be started; empty: it can. */
    public volatile String fails = "";

    private final List<PortForward> all = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** One that is open until it is told otherwise. */
    public final class Fake implements PortForward {
        private final ClusterId cluster;
        private final ForwardTarget target;
        private final int localPort;

        /** What is said of it. */
        public volatile String words = "to pod a";

        public volatile boolean open = true;

        /** No pod was found for the last connection. */
        public volatile boolean refusing;

        private Fake(ClusterId cluster, ForwardTarget target, int localPort) {
            this.cluster = cluster;
            this.target = target;
            this.localPort = localPort == 0 ? 40_000 : localPort;
        }

        @Override
        public ClusterId cluster() {
            return cluster;
        }

        @Override
        public ForwardTarget target() {
            return target;
        }

        @Override
        public int localPort() {
            return localPort;
        }

        @Override
        public String pod() {
            return "a";
        }

        @Override
        public int connections() {
            return 0;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public boolean isRefusing() {
            return refusing;
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public void stop() {
            open = false;
            all.remove(this);
            tell();
        }
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return refusal;
    }

    @Override
    public List<Integer> ports(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name) {
        return ports;
    }

    @Override
    public Fake start(ClusterId cluster, ForwardTarget target, int localPort) throws IOException {
        if (!fails.isEmpty()) {
            throw new IOException(fails);
        }
        Fake made = new Fake(cluster, target, localPort);
        all.add(made);
        tell();
        return made;
    }

    @Override
    public void end(ClusterId cluster, String why) {}

    @Override
    public List<PortForward> all() {
        return List.copyOf(all);
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Something of them is another one now. */
    public void tell() {
        listeners.forEach(Runnable::run);
    }
}
