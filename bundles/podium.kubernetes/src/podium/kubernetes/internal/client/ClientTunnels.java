// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.PortForward;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import podium.core.api.ObjectRef;
import podium.core.forward.PodTunnels;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.transport.UpgradeRefused;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.texts.Texts;

/** Ports of pods by fabric8's client: one WebSocket for each connection. */
final class ClientTunnels implements PodTunnels {
    /** How long an answer may take after the client has said all it has to say: the protocol cannot tell the pod of that. */
    private static final long SILENCE_SECONDS = 10;

    private static final String FROM_POD = "Received an error from the remote socket ";

    private final LazyClient client;
    private final UpgradeWords words;

    ClientTunnels(Transport transport, LazyClient client) {
        this.client = client;
        this.words = new UpgradeWords(transport);
    }

    @Override
    public End carry(String namespace, String pod, int port, SocketChannel local) throws IOException {
        TunnelChannels ends = new TunnelChannels(local);
        try (PortForward tunnel =
                client.get().pods().inNamespace(namespace).withName(pod).portForward(port, ends.in(), ends.out())) {
            await(ends);
            return end(tunnel, ends, ApiPaths.object(ObjectRef.pod(namespace, pod)) + "/portforward?ports=" + port);
        } catch (KubernetesClientException e) {
            throw ClientFailures.of(e);
        }
    }

    /** Until one side ends it. */
    private static void await(TunnelChannels ends) throws IOException {
        CompletableFuture<?> over = ends.over();
        try {
            CompletableFuture.anyOf(over, ends.said()).get();
            for (long seen = -1; !over.isDone() && seen != ends.answered(); ) {
                seen = ends.answered();
                try {
                    over.get(SILENCE_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException silent) {
                    // once more, if something came meanwhile
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private End end(PortForward tunnel, TunnelChannels ends, String path) throws IOException {
        for (Throwable failure : tunnel.getServerThrowables()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof UpgradeRefused refused) {
                    // the pod has gone, or what runs it: another one may answer
                    if (refused.status() == 404 || refused.status() >= 500) {
                        return new End(false, Texts.of("ClientTunnels.theServerAnswered", refused.status()));
                    }
                    throw words.of(path, refused, Texts.of("ClientTunnels.youMayNotForward"));
                }
            }
            String message = String.valueOf(failure.getMessage());
            boolean told = message.startsWith(FROM_POD);
            return new End(told || ends.opened(), told ? message.substring(FROM_POD.length()) : message);
        }
        return new End(true, "");
    }
}
