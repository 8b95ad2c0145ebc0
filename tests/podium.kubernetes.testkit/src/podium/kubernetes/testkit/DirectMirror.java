// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.memory.MirrorMemory;
import podium.kubernetes.internal.mirror.Mirror;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.internal.transport.Transport;

/** A mirror of a server on this machine that takes it for one that is far away, as real ones are: its lists come packed. */
public final class DirectMirror implements AutoCloseable {
    private final JdkTransport transport;
    private final Mirror mirror;

    public DirectMirror(
            Path kubeconfig, boolean remote, MirrorTiming timing, Optional<MirrorMemory> memory, ChangeSink sink) {
        this(kubeconfig, remote, timing, memory, sink, way -> way);
    }

    /** One that follows only these kinds. */
    public DirectMirror(
            Path kubeconfig, boolean remote, List<Kind> kinds, Optional<MirrorMemory> memory, ChangeSink sink) {
        this(kubeconfig, remote, kinds, Opened.hasty(), memory, sink, way -> way);
    }

    /** @param wrapping what the mirror is given in place of the way to the server */
    public DirectMirror(
            Path kubeconfig,
            boolean remote,
            MirrorTiming timing,
            Optional<MirrorMemory> memory,
            ChangeSink sink,
            UnaryOperator<Transport> wrapping) {
        this(kubeconfig, remote, AllKinds.ALL, timing, memory, sink, wrapping);
    }

    private DirectMirror(
            Path kubeconfig,
            boolean remote,
            List<Kind> kinds,
            MirrorTiming timing,
            Optional<MirrorMemory> memory,
            ChangeSink sink,
            UnaryOperator<Transport> wrapping) {
        try {
            KubeconfigContext context = Kubeconfig.read(kubeconfig).context("test");
            transport = JdkTransport.open(context);
        } catch (KubeconfigException | IOException e) {
            throw new AssertionError(e);
        }
        mirror = new Mirror(
                wrapping.apply(transport),
                sink,
                new Mirror.Setup(new ClusterId("test"), kinds, "", remote, timing, new Random(), memory));
    }

    public Mirror mirror() {
        return mirror;
    }

    public JdkTransport transport() {
        return transport;
    }

    @Override
    public void close() {
        mirror.close();
        transport.close();
    }
}
