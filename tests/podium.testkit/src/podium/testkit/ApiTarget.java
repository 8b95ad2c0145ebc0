// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A Kubernetes API server that a test talks to.
 *
 * @param url {@code https://127.0.0.1:port}
 * @param caPem certificates to trust
 * @param adminToken token of somebody in {@code system:masters}
 * @param viewerToken token of somebody who may only look
 */
public record ApiTarget(URI url, String caPem, String adminToken, String viewerToken) {

    /** A kubeconfig for one of the tokens. */
    public String kubeconfig(String token) {
        String authority = Base64.getEncoder().encodeToString(caPem.getBytes(StandardCharsets.UTF_8));
        return """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters:
                - name: test
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                users:
                - name: test
                  user:
                    token: %s
                contexts:
                - name: test
                  context:
                    cluster: test
                    user: test
                """.formatted(url, authority, token);
    }
}
