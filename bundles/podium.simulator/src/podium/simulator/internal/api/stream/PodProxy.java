// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Answers requests that the API server passes on to a pod or a node. Called on the request's thread. */
@FunctionalInterface
public interface PodProxy {

    /** Nobody answers. */
    PodProxy NONE = (target, port, path) -> Optional.empty();

    /**
     * What the pod answers.
     *
     * @param status HTTP status
     * @param contentType media type
     * @param body the bytes
     */
    record Response(int status, String contentType, byte[] body) {}

    /**
     * The answer to a GET.
     *
     * @param target the pod, or the node
     * @param port name or number of the port, empty if none was given
     * @param path begins with a slash
     * @return empty if nothing listens there
     */
    Optional<Response> get(ObjectNode target, String port, String path);
}
