// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

/**
 * What one look found: the expectation holds, or why not yet.
 *
 * @param then what to do when it has not come in time; empty: nothing but to look
 * @param reached how far it has come, where that can be told: as long as it grows nothing is late
 */
record AwaitProgress(boolean holds, String why, String then, int reached) {
    static final AwaitProgress HOLDS = new AwaitProgress(true, "", "", 0);

    static AwaitProgress notYet(String why) {
        return new AwaitProgress(false, why, "", 0);
    }

    static AwaitProgress notYet(String why, String then) {
        return new AwaitProgress(false, why, then, 0);
    }

    /** What is said when it has not come in time. */
    String late() {
        return then.isEmpty() ? why : why + ": " + then;
    }

    static AwaitProgress notYet(String why, int reached) {
        return new AwaitProgress(false, why, "", reached);
    }
}
