// SPDX-License-Identifier: Apache-2.0
package podium.operation.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import podium.core.json.Json;

/** Requests and approvals as JSON and back, all that is needed to check them later. */
public final class ApprovalCodec {
    private ApprovalCodec() {}

    /** An approval with its request, in one object. */
    public static ObjectNode write(Approval approval) {
        return write(approval.request(), write(approval, Json.object()));
    }

    /** An approval with its request, from one object; a point of time that is none is a {@link java.time.DateTimeException}. */
    public static Approval read(JsonNode node) {
        return approval(node, request(node));
    }

    /** Puts what is asked into an object. */
    static ObjectNode write(ApprovalRequest request, ObjectNode into) {
        return into.put("nonce", request.nonce())
                .put("digest", request.digest())
                .put("shown", request.shown())
                .put("cluster", request.cluster())
                .put("clusterUid", request.clusterUid())
                .put("server", request.server())
                .put("requester", request.requester())
                .put("user", request.user())
                .put("requesterKey", request.requesterKey())
                .put("at", request.at().toString());
    }

    /** Puts into an object who approves, until when. */
    static ObjectNode write(Approval approval, ObjectNode into) {
        return into.put("by", approval.by())
                .put("key", approval.key())
                .put("until", approval.until().toString())
                .put("signature", approval.signature());
    }

    /** What is asked; a point of time that is none is a {@link java.time.DateTimeException}. */
    static ApprovalRequest request(JsonNode node) {
        return new ApprovalRequest(
                node.path("nonce").asText(),
                node.path("digest").asText(),
                node.path("shown").asText(),
                node.path("cluster").asText(),
                node.path("clusterUid").asText(),
                node.path("server").asText(),
                node.path("requester").asText(),
                node.path("user").asText(),
                node.path("requesterKey").asText(),
                Instant.parse(node.path("at").asText()));
    }

    /** Who approves that; a point of time that is none is a {@link java.time.DateTimeException}. */
    static Approval approval(JsonNode node, ApprovalRequest request) {
        return new Approval(
                request,
                node.path("by").asText(),
                node.path("key").asText(),
                Instant.parse(node.path("until").asText()),
                node.path("signature").asText());
    }
}
