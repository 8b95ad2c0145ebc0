// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

/** A step cannot be done; the message says why, in words for the operator. */
final class StepFailed extends Exception {
    private static final long serialVersionUID = 1L;

    StepFailed(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
