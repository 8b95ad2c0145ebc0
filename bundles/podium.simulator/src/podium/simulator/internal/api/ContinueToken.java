// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/**
 * Where a list goes on.
 *
 * @param revision the revision the list is of
 * @param lastKey the last object already sent
 */
record ContinueToken(long revision, String lastKey) {

    String encode() {
        ObjectNode token =
                Json.object("v", "meta.k8s.io/v1").put("rv", revision).put("start", lastKey);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JsonText.bytes(token));
    }

    static ContinueToken decode(String text) {
        try {
            ObjectNode token = JsonText.parseObject(Base64.getUrlDecoder().decode(text), false);
            return new ContinueToken(
                    token.path("rv").asLong(), token.path("start").asText(""));
        } catch (IllegalArgumentException | ApiException e) {
            throw ApiException.badRequest("continue key is not valid: illegal base64 data or not a token");
        }
    }
}
