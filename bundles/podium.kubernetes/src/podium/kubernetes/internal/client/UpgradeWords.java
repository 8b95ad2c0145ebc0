// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.io.IOException;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.transport.UpgradeRefused;
import podium.kubernetes.texts.Texts;

/**
 * The words of a refused upgrade, which has none: they are asked for by the same request without it.
 *
 * @param transport the way to the server
 */
record UpgradeWords(Transport transport) {
    /** @param forbidden what is said where the server forbids it without a word */
    IOException of(String path, UpgradeRefused refused, String forbidden) {
        try {
            ApiResponse answer = transport.send(ApiRequest.get(path));
            String message = Trees.read(answer.text()).path("message").asText();
            if (answer.status() == refused.status() && !message.isEmpty()) {
                return new ReadRefused(answer.status(), message);
            }
        } catch (IOException e) {
            // the status alone has to do
        }
        return new ReadRefused(
                refused.status(),
                refused.status() == 403 ? forbidden : Texts.of("UpgradeWords.theServerAnswered", refused.status()));
    }
}
