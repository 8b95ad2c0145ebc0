// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import podium.simulator.internal.json.Json;

/**
 * Allows verbs on resources; {@code *} stands for all.
 *
 * @param verbs what may be done
 * @param groups API groups
 * @param resources plurals, subresources as {@code pods/eviction}
 */
public record AccessRule(Set<String> verbs, Set<String> groups, Set<String> resources) {

    ObjectNode json() {
        ObjectNode rule = Json.object();
        rule.set("verbs", Json.array(new TreeSet<>(verbs)));
        rule.set("apiGroups", Json.array(new TreeSet<>(groups)));
        rule.set("resources", Json.array(new TreeSet<>(resources)));
        return rule;
    }
}
