// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.AccessReviewer;
import podium.core.api.Permission;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Asks by SelfSubjectAccessReview (authorization.k8s.io/v1), which everybody may create. */
final class RawReviewer implements AccessReviewer {
    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private static final String RULES = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    /** Rights that hold everywhere are told of any namespace, whether it exists or not. */
    private static final String ANY = "default";

    private final Transport transport;

    RawReviewer(Transport transport) {
        this.transport = transport;
    }

    /**
     * By SelfSubjectRulesReview. With another authorizer than RBAC it is {@code incomplete}. A webhook or node authorizer that says
     * nothing of its rules makes it so too (kubernetes pkg/registry/authorization/selfsubjectrulesreview/rest.go).
     */
    @Override
    public Optional<String> rules(String namespace) throws IOException {
        ObjectNode review =
                Trees.object().put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
        review.putObject("spec").put("namespace", namespace.isEmpty() ? ANY : namespace);
        byte[] body = Trees.write(review).getBytes(StandardCharsets.UTF_8);
        ApiResponse response = transport.send(ApiRequest.of("POST", RULES, ApiRequest.JSON, body));
        if (response.status() == 403 || response.status() == 404) {
            return Optional.empty();
        }
        if (!response.ok()) {
            throw new IOException(
                    Texts.of("RawReviewer.theServerAnswered", response.status(), Statuses.message(response)));
        }
        JsonNode status = Trees.read(response.text()).path("status");
        if (status.path("incomplete").asBoolean()) {
            return Optional.empty();
        }
        // the order of rules is that of the server's cache
        List<String> rules = new ArrayList<>();
        status.path("resourceRules").forEach(rule -> rules.add(rule.toString()));
        return Optional.of(rules.stream().sorted().collect(Collectors.joining("\n")));
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
        ApiResponse response = transport.send(ApiRequest.of("POST", PATH, ApiRequest.JSON, body));
        if (!response.ok()) {
            throw new IOException(
                    Texts.of("RawReviewer.theServerAnswered", response.status(), Statuses.message(response)));
        }
        return Trees.read(response.text()).path("status").path("allowed").asBoolean();
    }
}
