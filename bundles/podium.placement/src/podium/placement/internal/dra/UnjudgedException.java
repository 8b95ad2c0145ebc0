// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

/** Devices cannot be judged; says why. */
final class UnjudgedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    /** What follows for the node. */
    enum Verdict {
        /** The scheduler gives up there. */
        REFUSED,
        /** The scheduler may well know more. */
        UNKNOWN,
        /** It takes more tries than a look may take. */
        TOO_MANY
    }

    UnjudgedException(Verdict verdict, String words) {
        super(words, null, false, false);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
