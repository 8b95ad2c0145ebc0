// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import podium.simulator.internal.api.auth.AccessAttributes;
import podium.simulator.internal.api.auth.AccessPolicy;
import podium.simulator.internal.api.auth.AccessRule;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;

/** Answers questions about access and identity. */
final class ReviewHandler {

    private final AccessPolicy policy;

    ReviewHandler(AccessPolicy policy) {
        this.policy = policy;
    }

    /** The answer to a review of that plural, empty if there is no such review. */
    Optional<HttpResponse> answer(String plural, HttpRequest http, User user) {
        ObjectNode review = RequestBodies.read(http);
        switch (plural) {
            case "selfsubjectaccessreviews" -> access(review, user);
            case "subjectaccessreviews" -> access(review, subject(review));
            case "selfsubjectrulesreviews" -> rules(review, user);
            case "selfsubjectreviews" -> review.putObject("status").set("userInfo", info(user));
            default -> {
                return Optional.empty();
            }
        }
        ObjectNode metadata = review.putObject("metadata");
        metadata.putNull("creationTimestamp");
        return Optional.of(HttpResponse.json(201, JsonText.bytes(review)));
    }

    private void access(ObjectNode review, User user) {
        JsonNode asked = Json.at(review, "spec", "resourceAttributes");
        ObjectNode status = review.putObject("status");
        if (!asked.isObject()) {
            status.put(
                    "allowed",
                    policy.allows(user, new AccessAttributes("get", "*", "*", "", "", ""))
                            .isPresent());
            return;
        }
        Optional<String> why = policy.allows(
                user,
                new AccessAttributes(
                        Json.text(asked, "verb"),
                        Json.text(asked, "group"),
                        Json.text(asked, "resource"),
                        Json.text(asked, "subresource"),
                        Json.text(asked, "namespace"),
                        Json.text(asked, "name")));
        status.put("allowed", why.isPresent());
        why.ifPresent(reason -> status.put("reason", reason));
    }

    private void rules(ObjectNode review, User user) {
        ObjectNode status = review.putObject("status");
        ArrayNode resources = status.putArray("resourceRules");
        for (AccessRule rule : policy.rules(user, Json.text(review, "spec", "namespace"))) {
            ObjectNode node = resources.addObject();
            node.set("verbs", Json.array(new TreeSet<>(rule.verbs())));
            node.set("apiGroups", Json.array(new TreeSet<>(rule.groups())));
            node.set("resources", Json.array(new TreeSet<>(rule.resources())));
            if (!rule.names().isEmpty()) {
                node.set("resourceNames", Json.array(new TreeSet<>(rule.names())));
            }
        }
        status.putArray("nonResourceRules");
        status.put("incomplete", false);
    }

    private static User subject(ObjectNode review) {
        List<String> groups = new ArrayList<>();
        Json.at(review, "spec", "groups").forEach(group -> groups.add(group.asText("")));
        return new User(Json.text(review, "spec", "user"), Json.text(review, "spec", "uid"), groups);
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
