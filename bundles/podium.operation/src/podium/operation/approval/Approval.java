// SPDX-License-Identifier: Apache-2.0
package podium.operation.approval;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A request that somebody has approved. Whether that counts is another question.
 *
 * @param by name of the one who approved, as he says
 * @param key his public key, X.509 in base64
 * @param until when it ends
 * @param signature Ed25519 (RFC 8032) over the request and these, base64
 */
public record Approval(ApprovalRequest request, String by, String key, Instant until, String signature) {
    /** True when the key's owner has signed exactly this. */
    public boolean isGenuine() {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            ed25519.update(request.signed(by, key, until));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
