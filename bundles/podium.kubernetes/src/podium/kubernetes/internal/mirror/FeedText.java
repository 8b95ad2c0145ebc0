// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import podium.core.cluster.LoginText;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.transport.TransportFailureText;
import podium.kubernetes.internal.transport.TransportFailureText.Words;

/** Messages for the operator on why a kind of object is not up to date. */
final class FeedText {
    /** What is done about a break. */
    static final String AGAIN = "Podium tries again by itself.";

    private FeedText() {}

    static Words silent(Kind kind, long seconds) {
        return new Words("The watch of " + kind + " has been silent for " + seconds + " s.", AGAIN);
    }

    static Words stalled(Kind kind) {
        return new Words("The list of " + kind + " broke off in the middle of the answer.", AGAIN);
    }

    static Words answered(Kind kind, StatusException status) {
        return new Words(
                "The watch of " + kind + " answered " + status.code() + ": " + status.getMessage() + ".", AGAIN);
    }

    static Words tooLarge(Kind kind, String which) {
        return new Words(
                which + " among the " + kind + ", and is not read.",
                "Find out what writes it: nothing that an API server keeps is that large.");
    }

    static Words unexpected(Kind kind, Throwable fault) {
        Words words = TransportFailureText.unexpected(fault);
        return new Words("The watch of " + kind + " failed. " + words.message(), words.advice());
    }

    /** The credentials are not accepted, or no longer. */
    static Words unknownUser(boolean everLive) {
        return new Words(everLive ? LoginText.OVER : LoginText.REFUSED, everLive ? LoginText.AGAIN : LoginText.ADVICE);
    }

    static Words refused(Kind kind, StatusException status) {
        return new Words("You may not list " + kind + ": " + status.getMessage() + ".", role(kind));
    }

    /** What was read of it before is still shown. */
    static Words withdrawn(Kind kind, StatusException status) {
        return new Words(
                "You may no longer list " + kind + ": " + status.getMessage() + ". What is shown of them is old.",
                role(kind));
    }

    private static String role(Kind kind) {
        return "Ask for a role with get, list and watch on " + kind + ".";
    }
}
