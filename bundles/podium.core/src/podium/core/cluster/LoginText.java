// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

/** What is said when a server answers 401, so that whoever shows it can offer to log in again. */
public final class LoginText {
    /** The credentials were good once. */
    public static final String OVER = "Your login has expired: the server no longer accepts the credentials.";

    /** They never were. */
    public static final String REFUSED = "The server does not accept the credentials.";

    /** What to do when a login is over. */
    public static final String AGAIN = "Log in again reads the kubeconfig anew and asks the credential plugin for a new"
            + " token. If the token stands in the kubeconfig, write a new one there first.";

    /** What to do when it never was. */
    public static final String ADVICE = "Log in again, or get a kubeconfig with valid credentials, then reconnect.";

    private LoginText() {}

    /** Whether to log in again would help. */
    public static boolean isLogin(String message) {
        return message.equals(OVER) || message.equals(REFUSED);
    }
}
