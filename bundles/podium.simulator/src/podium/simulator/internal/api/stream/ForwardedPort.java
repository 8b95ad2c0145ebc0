// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import podium.simulator.internal.json.Json;

/**
 * A port of a pod, at which HTTP is spoken or nothing at all.
 *
 * @param port its number
 * @param proxy what the pod answers
 */
record ForwardedPort(ObjectNode pod, int port, PodProxy proxy, PodLife life) {
    /**
     * Speaks with one client until it has had enough, or the pod is gone: who listened was killed then, and its socket closed, which
     * ends what the client reads.
     *
     * @param in what the client writes; hung up, it ends
     * @return what a kubelet says of a port at which nobody listens, or a runtime of a pod that is gone (containerd,
     *     internal/cri/server/sandbox_portforward_linux.go); empty: it was spoken
     */
    Optional<String> talk(InputQueue in, OutputStream out) throws IOException {
        if (life.isGone()) {
            return refused("failed to find sandbox \"" + Json.uid(pod) + "\" in store: not found");
        }
        if (answer("/").isEmpty()) {
            return refused("failed to connect to localhost:" + port + " inside namespace: dial tcp4 127.0.0.1:" + port
                    + ": connect: connection refused");
        }
        Runnable end = in::end;
        life.then(end);
        try {
            new PodHttp(in, out, this::answer).serve();
        } finally {
            life.forget(end);
        }
        return Optional.empty();
    }

    private Optional<String> refused(String why) {
        return Optional.of("error forwarding port " + port + " to pod " + Json.uid(pod) + ", uid : " + why);
    }

    private Optional<PodProxy.Response> answer(String path) {
        return proxy.get(pod, Integer.toString(port), path);
    }
}
