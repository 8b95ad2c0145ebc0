// SPDX-License-Identifier: Apache-2.0
package podium.operation.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What is asked of a second person: this plan, on this cluster, by this one. Immutable.
 *
 * @param nonce a random text; an approval counts once
 * @param digest SHA-256 of nonce and plan, whole
 * @param shown SHA-256 of nonce and plan as the request shows it, without secrets
 * @param cluster its name, for show
 * @param clusterUid uid of its namespace kube-system; empty: not readable
 * @param server address of its API server
 * @param requester user of the operating system and machine, as USER@HOST
 * @param user whom the server takes the requester for; empty: not known
 * @param requesterKey public key of the requester, base64; empty: none was made
 * @param at when it was asked
 */
public record ApprovalRequest(
        String nonce,
        String digest,
        String shown,
        String cluster,
        String clusterUid,
        String server,
        String requester,
        String user,
        String requesterKey,
        Instant at) {

    /** The bytes that an approval signs: all of the request, and by whom and until when it is approved. */
    byte[] signed(String by, String key, Instant until) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.add(ApprovalFile.FORMAT);
        all.add(nonce).add(digest).add(shown).add(cluster).add(clusterUid).add(server);
        all.add(requester).add(user).add(requesterKey).add(at.toString());
        all.add(by).add(key).add(until.toString());
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
