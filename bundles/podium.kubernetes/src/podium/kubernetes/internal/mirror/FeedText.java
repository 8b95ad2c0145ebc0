// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import podium.core.cluster.LoginText;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.transport.TransportFailureText;
import podium.kubernetes.internal.transport.TransportFailureText.Words;
import podium.kubernetes.texts.Texts;

/** Messages for the operator on why a kind of object is not up to date. */
final class FeedText {
    /** What is done about a break. */
    static final String AGAIN = Texts.of("FeedText.podiumTriesAgainByItself");

    private FeedText() {}

    static Words silent(Kind kind, long seconds) {
        return new Words(Texts.of("FeedText.theWatchOfHasBeen", kind, seconds), AGAIN);
    }

    static Words stalled(Kind kind) {
        return new Words(Texts.of("FeedText.theListOfBroke", kind), AGAIN);
    }

    static Words answered(Kind kind, StatusException status) {
        return new Words(Texts.of("FeedText.theWatchOfAnswered", kind, status.code(), status.getMessage()), AGAIN);
    }

    static Words tooLarge(Kind kind, String which) {
        return new Words(
                Texts.of("FeedText.amongTheAndIsNotRead", which, kind), Texts.of("FeedText.findOutWhatWrites"));
    }

    static Words unexpected(Kind kind, Throwable fault) {
        Words words = TransportFailureText.unexpected(fault);
        return new Words(Texts.of("FeedText.theWatchOfFailed", kind, words.message()), words.advice());
    }

    /** The credentials are not accepted, or no longer. */
    static Words unknownUser(boolean everLive) {
        return new Words(everLive ? LoginText.OVER : LoginText.REFUSED, everLive ? LoginText.AGAIN : LoginText.ADVICE);
    }

    static Words refused(Kind kind, StatusException status) {
        return new Words(Texts.of("FeedText.noRightToList", kind, status.getMessage()), role(kind));
    }

    /** What was read of it before is still shown. */
    static Words withdrawn(Kind kind, StatusException status) {
        return new Words(Texts.of("FeedText.noRightAnyMore", kind, status.getMessage()), role(kind));
    }

    private static String role(Kind kind) {
        return Texts.of("FeedText.askForARole", kind);
    }
}
