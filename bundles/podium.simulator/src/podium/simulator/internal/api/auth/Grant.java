// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

/**
 * Gives a role to a user or to everyone in a group.
 *
 * @param role what is given
 * @param subject name of the user or group
 * @param group whether the subject is a group
 */
public record Grant(Role role, String subject, boolean group) {

    /** To one user. */
    public static Grant toUser(Role role, String name) {
        return new Grant(role, name, false);
    }

    /** To a group. */
    public static Grant toGroup(Role role, String name) {
        return new Grant(role, name, true);
    }
}
