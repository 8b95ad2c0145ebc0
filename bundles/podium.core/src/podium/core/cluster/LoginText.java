// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

/** What is said when a server answers 401, so that whoever shows it can offer to log in again. */
public final class LoginText {
    /** The credentials were good once. */
    public static final String OVER = "Your login has expired: the server no longer accepts the credentials.";

    /** They never were. */
    public static final String REFUSED = "The server does not accept the credentials.";

    /** What to do when a login is over. */
    public static final String AGAIN = "Log In Again reads the kubeconfig again and asks the credential plugin for"
            + " a new token. If the token is in the kubeconfig itself, put a new one there first.";

    /** What to do when it never was. */
    public static final String ADVICE = "Log in again, or get a kubeconfig with valid credentials, then reconnect.";

    /** How what is said begins when a login on a terminal came to nothing. */
    private static final String FAILED = "Login failed: ";

    /** What to do then. */
    public static final String ANEW = "Log In Again restarts it.";

    /** What to do while a program asks on a terminal. */
    public static final String ANSWER = "Answer in the Shell part, or cancel.";

    private LoginText() {}

    /** Why a login on a terminal came to nothing. */
    public static String failed(String why) {
        return FAILED + why;
    }

    /** What is said while a program asks on a terminal. */
    public static String asks(String program) {
        return program + " asks you for something before you are logged in.";
    }

    /** Whether to log in again would help. */
    public static boolean isLogin(String message) {
        return message.equals(OVER) || message.equals(REFUSED) || message.startsWith(FAILED);
    }
}
