// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

/**
 * What one look found: the expectation holds, or why not yet.
 *
 * @param reached how far it has come, where that can be told: as long as it grows nothing is late
 */
record AwaitProgress(boolean holds, String why, int reached) {
    static final AwaitProgress HOLDS = new AwaitProgress(true, "", 0);

    static AwaitProgress notYet(String why) {
        return new AwaitProgress(false, why, 0);
    }

    static AwaitProgress notYet(String why, int reached) {
        return new AwaitProgress(false, why, reached);
    }
}
