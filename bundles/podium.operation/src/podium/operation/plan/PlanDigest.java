// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import podium.core.json.Json;
import podium.operation.secret.Redaction;
import podium.operation.secret.YamlRedaction;

/** Names plans by what they are: two have one digest when they send and say the same. */
public final class PlanDigest {
    private PlanDigest() {}

    /** The digest of a plan, whole. */
    public static String of(String nonce, Plan plan) {
        return of(nonce, PlanCodec.write(plan));
    }

    /** The digest of a plan's JSON. The nonce keeps others from guessing what short secrets are in it by trying beforehand. */
    public static String of(String nonce, JsonNode plan) {
        try {
            byte[] text = (nonce + "\n" + Json.write(plan)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A plan's JSON without its secrets. */
    public static ObjectNode shown(Plan plan) {
        ObjectNode node = PlanCodec.write(plan);
        clean(node);
        node.path("changes").forEach(change -> ((ObjectNode) change)
                .put("before", YamlRedaction.of(change.path("before").asText()))
                .put("after", YamlRedaction.of(change.path("after").asText())));
        plan.then().ifPresent(then -> node.set("then", shown(then)));
        return node;
    }

    private static void clean(JsonNode node) {
        if (node instanceof ObjectNode write && write.path("body").isTextual()) {
            write.put("body", Redaction.of(write.path("body").asText()).text());
        }
        node.forEach(PlanDigest::clean);
    }

    /** A plan to read; what was taken out of it is not in it. */
    public static Plan read(JsonNode plan) {
        return PlanCodec.read(plan);
    }
}
