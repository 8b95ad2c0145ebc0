// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import podium.core.json.Json;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalRequest;

/** Approvals as JSON and back, all that is needed to check them later. */
final class ApprovalCodec {
    private ApprovalCodec() {}

    static ObjectNode write(Approval approval) {
        ApprovalRequest request = approval.request();
        return Json.object()
                .put("by", approval.by())
                .put("key", approval.key())
                .put("until", approval.until().toString())
                .put("signature", approval.signature())
                .put("nonce", request.nonce())
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

    static Approval read(JsonNode node) {
        return new Approval(
                new ApprovalRequest(
                        node.path("nonce").asText(),
                        node.path("digest").asText(),
                        node.path("shown").asText(),
                        node.path("cluster").asText(),
                        node.path("clusterUid").asText(),
                        node.path("server").asText(),
                        node.path("requester").asText(),
                        node.path("user").asText(),
                        node.path("requesterKey").asText(),
                        Instant.parse(node.path("at").asText())),
                node.path("by").asText(),
                node.path("key").asText(),
                Instant.parse(node.path("until").asText()),
                node.path("signature").asText());
    }
}
