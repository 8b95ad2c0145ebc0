// SPDX-License-Identifier: Apache-2.0
package podium.operation;

/**
 * How far a step of a plan came: its writes or evictions; a wait counts as one.
 *
 * @param done parts that were done, also such as were taken back since
 * @param back parts of these that were taken back
 */
public record StepProgress(int parts, int done, int back) {
    /** True when all that was done of it was taken back. */
    public boolean isTakenBack() {
        return back > 0 && back >= done;
    }

    /** True when it was done as a whole, and stands. */
    public boolean stands() {
        return parts > 0 && done >= parts && back == 0;
    }
}
