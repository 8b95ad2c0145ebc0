// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import podium.core.log.LogRing;

/**
 * The selected lines, by their numbers.
 *
 * @param anchor where it began; negative: nothing is selected
 * @param caret where it was extended to
 */
record LogSelection(long anchor, long caret) {
    static final LogSelection NONE = new LogSelection(-1, -1);

    static LogSelection at(long number) {
        return new LogSelection(number, number);
    }

    LogSelection to(long number) {
        return anchor < 0 ? at(number) : new LogSelection(anchor, number);
    }

    LogSelection moved(LogRing.Move move) {
        return anchor < 0 ? this : new LogSelection(move.of(anchor), move.of(caret));
    }

    boolean has(long number) {
        return anchor >= 0 && number >= first() && number <= last();
    }

    long first() {
        return Math.min(anchor, caret);
    }

    long last() {
        return Math.max(anchor, caret);
    }
}
