// SPDX-License-Identifier: Apache-2.0
package podium.operation.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;
import podium.core.file.PrivateFiles;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanDigest;
import podium.operation.texts.Texts;

/**
 * A request as a file, with its approval once somebody has approved. Holds no secret: the plan in it is for reading, and cannot be
 * sent from it.
 *
 * @param plan as JSON, without secrets
 * @param approval empty: not yet
 */
public record ApprovalFile(ApprovalRequest request, JsonNode plan, Optional<Approval> approval) {
    static final String FORMAT = "podium-approval/1";

    private static final long LARGEST = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a file; the message of what is thrown says what is wrong with it. */
    public static ApprovalFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new IOException(Texts.of("ApprovalFile.isNotARequest", file));
        }
        try {
            return of(MAPPER.readTree(Files.readString(file)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(Texts.of("ApprovalFile.isNotARequestBecause", file, e.getMessage()), e);
        }
    }

    private static ApprovalFile of(JsonNode node) {
        if (!node.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException(Texts.of("ApprovalFile.itsFormatIsNot", FORMAT));
        }
        ApprovalRequest request = ApprovalCodec.request(node.path("request"));
        JsonNode given = node.path("approval");
        Optional<Approval> approval =
                given.isMissingNode() ? Optional.empty() : Optional.of(ApprovalCodec.approval(given, request));
        return new ApprovalFile(request, node.path("plan"), approval);
    }

    /** Writes it, for its owner's eyes; to whom it is handed is his to choose. */
    public void write(Path file) throws IOException {
        PrivateFiles.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n");
    }

    private ObjectNode tree() {
        ObjectNode node = MAPPER.createObjectNode().put("format", FORMAT);
        ApprovalCodec.write(request, node.putObject("request"));
        node.set("plan", plan);
        approval.ifPresent(given -> ApprovalCodec.write(given, node.putObject("approval")));
        return node;
    }

    /** The plan as its requester shows it. Who approves reads this, and nothing else. */
    public Plan shown() {
        return PlanDigest.read(plan);
    }

    /** True when the plan that is shown is the one that the request names. */
    public boolean isWhole() {
        return PlanDigest.of(request.nonce(), plan).equals(request.shown());
    }

    /** The same, approved. */
    public ApprovalFile with(Approval given) {
        return new ApprovalFile(request, plan, Optional.of(given));
    }
}
