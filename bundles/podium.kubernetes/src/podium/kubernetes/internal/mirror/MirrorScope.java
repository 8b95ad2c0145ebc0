// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.InstantSource;
import java.util.Optional;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.memory.MirrorMemory;
import podium.kubernetes.internal.transport.Transport;

/**
 * What the feeds of one mirror share.
 *
 * @param namespace where to look when the whole cluster may not be listed; empty: nowhere
 * @param remote the server is not on this machine
 * @param memory of this cluster; empty: nothing is kept of it
 */
record MirrorScope(
        ClusterId cluster,
        Transport transport,
        ChangeSink sink,
        MirrorTiming timing,
        InstantSource clock,
        String namespace,
        boolean remote,
        Kind.Shared shared,
        Discovery discovery,
        ConnectionStateMonitor board,
        ServerActivity pulse,
        InterruptibleWait patience,
        LivenessProbe canary,
        Optional<MirrorMemory> memory) {}
