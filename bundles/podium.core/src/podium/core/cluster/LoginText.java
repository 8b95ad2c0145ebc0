// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import podium.core.texts.Texts;

/** What is said when a server answers 401, so that whoever shows it can offer to log in again. */
public final class LoginText {
    /** The credentials were good once. */
    public static final String OVER = Texts.of("LoginText.yourLoginHasExpired");

    /** They never were. */
    public static final String REFUSED = Texts.of("LoginText.theServerDoesNotAccept");

    /** What to do when a login is over. */
    public static final String AGAIN = Texts.of("LoginText.logInAgainReads");

    /** What to do when it never was. */
    public static final String ADVICE = Texts.of("LoginText.logInAgainOr");

    /** What to do then. */
    public static final String ANEW = Texts.of("LoginText.logInAgainRestarts");

    /** What to do while a program asks on a terminal. */
    public static final String ANSWER = Texts.of("LoginText.answerInTheShell");

    private LoginText() {}

    /** Why a login on a terminal came to nothing. */
    public static String failed(String why) {
        return Texts.of("LoginText.loginFailed", why);
    }

    /** What is said while a program asks on a terminal. */
    public static String asks(String program) {
        return Texts.of("LoginText.asksYouForSomething", program);
    }

    /** Whether to log in again would help. That a login failed is known by what stands around why it did. */
    public static boolean isLogin(String message) {
        String[] around = failed("\n").split("\n", -1);
        return message.equals(OVER)
                || message.equals(REFUSED)
                || message.startsWith(around[0]) && message.endsWith(around[1]);
    }
}
