// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

/**
 * Somebody who may speak to the simulated cluster.
 *
 * @param token the bearer token by which the cluster knows them
 * @param name the user's name
 * @param access what they may do
 */
public record Account(String token, String name, Access access) {

    /** What a user may do. */
    public enum Access {
        /** Everything. */
        ADMIN,
        /** Look at everything that holds no secret. */
        VIEWER,
        /** Nothing but ask who they are and what they may. */
        NONE
    }
}
