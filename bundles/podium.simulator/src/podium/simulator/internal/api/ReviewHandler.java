// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.auth.AccessAttributes;
import podium.simulator.internal.api.auth.AccessPolicy;
import podium.simulator.internal.api.auth.PolicyRule;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.strategy.FieldErrors;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;

/** Answers questions about access and identity. */
final class ReviewHandler {

    private final AccessPolicy policy;

    ReviewHandler(AccessPolicy policy) {
        this.policy = policy;
    }

    /** The answer to a review of that plural, empty if there is no such review; the namespace is that of the path. */
    Optional<HttpResponse> answer(String plural, String namespace, HttpRequest http, User user) {
        ObjectNode review = RequestBodies.read(http);
        switch (plural) {
            case "selfsubjectaccessreviews" -> access(review, user);
            case "subjectaccessreviews", "localsubjectaccessreviews" -> {
                check(review, namespace);
                access(review, subject(review));
            }
            case "selfsubjectrulesreviews" -> rules(review, user);
            case "selfsubjectreviews" -> review.putObject("status").set("userInfo", info(user));
            default -> {
                return Optional.empty();
            }
        }
        ObjectNode metadata = review.putObject("metadata");
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return Optional.of(HttpResponse.json(201, JsonText.bytes(review)));
    }

    /** Of whom it is asked, and in the namespace of the path. */
    private static void check(ObjectNode review, String namespace) {
        FieldErrors problems = new FieldErrors();
        JsonNode spec = review.path("spec");
        JsonNode asked = Json.at(spec, "resourceAttributes", "namespace");
        if (spec.path("user").asText("").isEmpty() && spec.path("groups").isEmpty()) {
            problems.invalidText("spec.user", "\"\"", "at least one of user or group must be specified");
        }
        if (!namespace.isEmpty() && !asked.asText("").equals(namespace)) {
            problems.invalid("spec.resourceAttributes.namespace", asked, "must match metadata.namespace");
        }
        refuse(problems, review);
    }

    private static void refuse(FieldErrors problems, ObjectNode review) {
        problems.refuse(
                new ResourceType(
                        "authorization.k8s.io", "v1", "", "", Json.text(review, "kind"), false, List.of(), List.of()),
                "");
    }

    private void access(ObjectNode review, User user) {
        JsonNode asked = Json.at(review, "spec", "resourceAttributes");
        JsonNode path = Json.at(review, "spec", "nonResourceAttributes");
        if (asked.isObject() == path.isObject()) {
            FieldErrors problems = new FieldErrors();
            problems.invalidText(
                    "spec.resourceAttributes",
                    "null",
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified");
            refuse(problems, review);
        }
        AccessPolicy.Decision decision = policy.decide(
                user,
                path.isObject()
                        ? AccessAttributes.ofPath(Json.text(path, "verb"), Json.text(path, "path"))
                        : new AccessAttributes(
                                Json.text(asked, "verb"),
                                Json.text(asked, "group"),
                                Json.text(asked, "resource"),
                                Json.text(asked, "subresource"),
                                Json.text(asked, "namespace"),
                                Json.text(asked, "name")));
        ObjectNode status = review.putObject("status").put("allowed", decision.allowed());
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
    }

    private void rules(ObjectNode review, User user) {
        String namespace = Json.text(review, "spec", "namespace");
        if (namespace.isEmpty()) {
            throw ApiException.badRequest("no namespace on request");
        }
        AccessPolicy.Rules rules = policy.rules(user, namespace);
        ObjectNode status = review.putObject("status");
        ArrayNode resources = status.putArray("resourceRules");
        ArrayNode paths = status.putArray("nonResourceRules");
        for (PolicyRule rule : rules.rules()) {
            (rule.json().has("nonResourceURLs") ? paths : resources).add(rule.json());
        }
        status.put("incomplete", false);
        if (!rules.fault().isEmpty()) {
            status.put("evaluationError", rules.fault());
        }
    }

    private static User subject(ObjectNode review) {
        return new User(
                Json.text(review, "spec", "user"),
                Json.text(review, "spec", "uid"),
                Json.list(Json.at(review, "spec", "groups")));
    }

    private static ObjectNode info(User user) {
        ObjectNode info = Json.object("username", user.name());
        if (!user.uid().isEmpty()) {
            info.put("uid", user.uid());
        }
        info.set("groups", Json.array(user.groups()));
        return info;
    }
}
