// SPDX-License-Identifier: Apache-2.0
package podium.operation.access;

import java.util.List;

/**
 * Somebody whom a role binding names.
 *
 * @param name as a request is made as; of a service account with its namespace, as system:serviceaccount:NAMESPACE:NAME
 * @param roles that it is bound to, each with its namespace where it holds in one only
 */
public record BoundSubject(Kind kind, String name, List<String> roles) {
    /** Kinds of subjects (rbac.authorization.k8s.io), those that are persons first. */
    public enum Kind {
        USER,
        GROUP,
        SERVICE_ACCOUNT
    }

    public BoundSubject {
        roles = List.copyOf(roles);
    }
}
