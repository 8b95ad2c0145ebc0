// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;

/**
 * Asks who one is by SelfSubjectReview (authentication.k8s.io/v1 since Kubernetes 1.28, v1beta1 since 1.27), which everybody
 * with credentials may create, and which cluster it is by the uid of the namespace {@code kube-system}. Each of the two is empty
 * where the server has no such thing or keeps it to itself.
 */
public final class RawSession implements SessionIdentityReader {
    private static final List<String> VERSIONS = List.of("v1", "v1beta1");
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Transport transport;
    private final Duration answer;

    public RawSession(Transport transport) {
        this(transport, ANSWER);
    }

    /** @param answer how long each of its questions waits */
    public RawSession(Transport transport, Duration answer) {
        this.transport = transport;
        this.answer = answer;
    }

    @Override
    public SessionIdentity read() throws IOException {
        JsonNode user = user();
        List<String> groups = new ArrayList<>();
        user.path("groups").forEach(group -> groups.add(group.asText()));
        return new SessionIdentity(
                transport.server(), cluster(), user.path("username").asText(), groups, transport.impersonates());
    }

    private JsonNode user() throws IOException {
        for (String version : VERSIONS) {
            String group = "authentication.k8s.io/" + version;
            ObjectNode review = Trees.object().put("apiVersion", group).put("kind", "SelfSubjectReview");
            ApiResponse response = transport.send(ApiRequest.of(
                            "POST",
                            "/apis/" + group + "/selfsubjectreviews",
                            ApiRequest.JSON,
                            Trees.write(review).getBytes(StandardCharsets.UTF_8))
                    .within(answer));
            if (response.status() == 403) {
                break;
            }
            if (response.status() != 404) {
                return Trees.read(answered(response)).path("status").path("userInfo");
            }
        }
        return Trees.object();
    }

    private String cluster() throws IOException {
        ApiResponse response =
                transport.send(ApiRequest.get("/api/v1/namespaces/kube-system").within(answer));
        boolean kept = response.status() == 403 || response.status() == 404;
        return kept ? "" : Trees.text(Trees.read(answered(response)), "/metadata/uid");
    }

    private static String answered(ApiResponse response) throws SessionRefused {
        if (!response.ok()) {
            throw new SessionRefused(response);
        }
        return response.text();
    }
}
