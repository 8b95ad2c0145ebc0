// SPDX-License-Identifier: Apache-2.0
package podium.operation;

/**
 * How far a step of a plan came: its writes or evictions; a wait counts as one.
 *
 * @param done parts that were done, also such as were taken back since
 * @param back parts of these that were taken back
 * @param left parts of these that were to be taken back and stand as they are
 */
public record StepProgress(int parts, int done, int back, int left) {
    /** True when all that was done of it was taken back. */
    public boolean isTakenBack() {
        return back > 0 && back >= done;
    }

    /** True when some of it was done and not judged since: neither taken back nor left to somebody else. */
    public boolean isOpen() {
        return done > back + left;
    }

    /** True when it was done as a whole, and stands as was wanted. */
    public boolean stands() {
        return parts > 0 && done >= parts && back == 0 && left == 0;
    }
}
