// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.DiscoveryReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;

/**
 * Finds out when what was refused may have been granted: one SelfSubjectRulesReview for all refused kinds together, in place of
 * a list of each. Where the server cannot tell all rules (another authorizer than RBAC; {@code incomplete}) the kinds are tried
 * in turn. Any thread; {@link #ask} one at a time.
 */
final class PermissionRecheck {
    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    private static final String DEFAULT = "default";

    private final MirrorScope scope;
    private final Set<Kind> refused = new HashSet<>();
    private Optional<Set<String>> rules = Optional.empty();
    private Instant asked = Instant.MIN;
    private boolean known;

    PermissionRecheck(MirrorScope scope) {
        this.scope = scope;
    }

    /** A list of the kind was refused, or taken. */
    synchronized void told(Kind kind, boolean isRefused) {
        if (isRefused) {
            refused.add(kind);
        } else {
            refused.remove(kind);
        }
        known &= !refused.isEmpty();
    }

    /** True once when it is time to ask. */
    synchronized boolean isDue() {
        Instant now = scope.clock().instant();
        Duration each = scope.timing().rights();
        if (refused.isEmpty() || asked.plus(each).isAfter(now) && !asked.isAfter(now)) {
            return false;
        }
        asked = now;
        return true;
    }

    /** True when the refused kinds have to be tried again. */
    boolean ask() throws IOException {
        String namespace = scope.namespace().isEmpty() ? DEFAULT : scope.namespace();
        byte[] body =
                ("{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectRulesReview\",\"spec\":{\"namespace\":\""
                                + namespace + "\"}}")
                        .getBytes(StandardCharsets.UTF_8);
        ApiResponse response = scope.transport()
                .send(ApiRequest.of("POST", PATH, ApiRequest.JSON, body)
                        .within(scope.timing().answer()));
        return changed(response.ok() ? DiscoveryReader.rules(response.body()) : Optional.empty());
    }

    private synchronized boolean changed(Optional<Set<String>> now) {
        // the first answer is no older than the refusal: what was granted in between is not in a difference
        boolean changed = !known || now.isEmpty() || !now.equals(rules);
        rules = now;
        known = true;
        return changed;
    }
}
