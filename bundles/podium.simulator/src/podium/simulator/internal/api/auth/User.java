// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import java.util.ArrayList;
import java.util.List;

/**
 * Who asks.
 *
 * @param name user name
 * @param uid unique id, empty if none
 * @param groups groups the user is in
 */
public record User(String name, String uid, List<String> groups) {

    /** Whoever shows no token. */
    public static final User ANONYMOUS = new User("system:anonymous", "", List.of("system:unauthenticated"));

    /** A user with a token; {@code system:authenticated} is added to the groups. */
    public static User of(String name, String... groups) {
        List<String> all = new ArrayList<>(List.of(groups));
        all.add("system:authenticated");
        return new User(name, name + "-uid", List.copyOf(all));
    }
}
