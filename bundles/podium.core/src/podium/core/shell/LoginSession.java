// SPDX-License-Identifier: Apache-2.0
package podium.core.shell;

/**
 * A program of this computer that asks the operator something on a terminal before a cluster lets them in, such as a credential
 * plugin for a password. To close it is to give the login up. Any thread.
 */
public interface LoginSession extends ShellSession {
    /** What asks. */
    String program();

    /** Tells what was written so far and from now on, and the end; a later listener takes the place of the one before. */
    void listen(ShellListener listener);
}
