// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.util.List;
import java.util.Map;

/**
 * As whom the requests are made.
 *
 * @param user empty: as oneself
 */
public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {
    /** As oneself. */
    public static final Impersonation NONE = new Impersonation("", "", List.of(), Map.of());

    public Impersonation {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }
}
