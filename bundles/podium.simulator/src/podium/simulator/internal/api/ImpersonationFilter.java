// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.api.auth.AccessAttributes;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.store.ApiException;

/**
 * The user that a request asks to be taken for, by the headers {@code Impersonate-User}, {@code -Group}, {@code -Uid} and
 * {@code -Extra-}, as the API server's filter does (kubernetes.io/docs/reference/access-authn-authz/authentication,
 * "User impersonation"): whoever asks needs the verb {@code impersonate} on each part of it.
 */
final class ImpersonationFilter {
    private static final String USER = "impersonate-user";
    private static final String GROUP = "impersonate-group";
    private static final String UID = "impersonate-uid";
    private static final String EXTRA = "impersonate-extra-";
    private static final String AUTHENTICATION = "authentication.k8s.io";
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    /** Refuses what a user may not. */
    interface Authorizer {
        /** @throws ApiException 403 when it may not */
        void authorize(User user, AccessAttributes asked);
    }

    private ImpersonationFilter() {}

    /** Whom the request counts for: the one who sent it, or whom it names. */
    static User of(HttpRequest http, User sender, Authorizer authorizer) {
        String name = http.header(USER);
        List<String> groups = http.headers().getOrDefault(GROUP, List.of());
        boolean more = !groups.isEmpty()
                || !http.header(UID).isEmpty()
                || http.headers().keySet().stream().anyMatch(header -> header.startsWith(EXTRA));
        if (name.isEmpty()) {
            if (more) {
                throw ApiException.of(
                        400, "BadRequest", "requested groups " + groups + " without impersonating a user name");
            }
            return sender;
        }
        authorizer.authorize(sender, subject(name));
        groups.forEach(group -> authorizer.authorize(sender, asked("", "groups", "", "", group)));
        if (!http.header(UID).isEmpty()) {
            authorizer.authorize(sender, asked(AUTHENTICATION, "uids", "", "", http.header(UID)));
        }
        http.headers().forEach((header, values) -> extra(header, values, sender, authorizer));
        return new User(name, http.header(UID), groups(name, groups));
    }

    private static void extra(String header, List<String> values, User sender, Authorizer authorizer) {
        if (header.startsWith(EXTRA)) {
            String key = header.substring(EXTRA.length());
            values.forEach(value -> authorizer.authorize(sender, asked(AUTHENTICATION, "userextras", key, "", value)));
        }
    }

    private static AccessAttributes subject(String name) {
        String[] parts = name.startsWith(SERVICE_ACCOUNT) ? name.split(":") : new String[0];
        return parts.length == 4
                ? asked("", "serviceaccounts", "", parts[2], parts[3])
                : asked("", "users", "", "", name);
    }

    private static AccessAttributes asked(
            String group, String resource, String subresource, String namespace, String name) {
        return new AccessAttributes("impersonate", group, resource, subresource, namespace, name);
    }

    /** A service account has the groups it always has; whoever is not anonymous is authenticated. */
    private static List<String> groups(String name, List<String> asked) {
        List<String> groups = new ArrayList<>(asked);
        if (groups.isEmpty() && name.startsWith(SERVICE_ACCOUNT)) {
            groups.add("system:serviceaccounts");
            groups.add("system:serviceaccounts:" + name.split(":")[2]);
        }
        String last = name.equals(User.ANONYMOUS.name()) ? "system:unauthenticated" : "system:authenticated";
        if (!groups.contains("system:authenticated") && !groups.contains("system:unauthenticated")) {
            groups.add(last);
        }
        return List.copyOf(groups);
    }
}
