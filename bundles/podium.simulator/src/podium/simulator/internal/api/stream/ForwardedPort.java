// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import podium.simulator.internal.json.Json;

/**
 * A port of a pod, at which HTTP is spoken or nothing at all.
 *
 * @param port its number
 * @param proxy what the pod answers
 */
record ForwardedPort(ObjectNode pod, int port, PodProxy proxy) {
    /** Speaks with one client until it has had enough; what a kubelet says of a port at which nobody listens, empty: it was spoken. */
    Optional<String> talk(InputStream in, OutputStream out) throws IOException {
        if (answer("/").isEmpty()) {
            return Optional.of("error forwarding port " + port + " to pod " + Json.uid(pod)
                    + ", uid : failed to connect to localhost:" + port
                    + " inside namespace: dial tcp4 127.0.0.1:" + port + ": connect: connection refused");
        }
        new PodHttp(in, out, this::answer).serve();
        return Optional.empty();
    }

    private Optional<PodProxy.Response> answer(String path) {
        return proxy.get(pod, Integer.toString(port), path);
    }
}
