// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import podium.core.failure.FailureText;

/** What went wrong, in words. Any thread. */
public final class FailureLabel {
    private FailureLabel() {}

    /** Why it failed, as the end of a sentence. */
    public static String words(Throwable problem) {
        return FailureText.sentence(problem);
    }
}
