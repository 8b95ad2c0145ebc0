// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import podium.core.port.AccessReviewer;
import podium.core.port.Permission;
import podium.kubernetes.internal.transport.Request;
import podium.kubernetes.internal.transport.Response;
import podium.kubernetes.internal.transport.Transport;

/** Asks by SelfSubjectAccessReview (authorization.k8s.io/v1), which everybody may create. */
final class RawReviewer implements AccessReviewer {
    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final Transport transport;

    RawReviewer(Transport transport) {
        this.transport = transport;
    }

    @Override
    public boolean allowed(Permission permission) throws IOException {
        ObjectNode review =
                Trees.object().put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes");
        attributes
                .put("verb", permission.verb())
                .put("group", permission.group())
                .put("resource", permission.resource());
        if (!permission.subresource().isEmpty()) {
            attributes.put("subresource", permission.subresource());
        }
        if (!permission.namespace().isEmpty()) {
            attributes.put("namespace", permission.namespace());
        }
        byte[] body = Trees.write(review).getBytes(StandardCharsets.UTF_8);
        Response response = transport.send(Request.of("POST", PATH, Request.JSON, body));
        if (!response.ok()) {
            throw new IOException("the server answered " + response.status() + ": " + Statuses.message(response));
        }
        return Trees.read(response.text()).path("status").path("allowed").asBoolean();
    }
}
