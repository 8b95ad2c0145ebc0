// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.util.List;
import podium.operation.FieldConflict;

/** A step cannot be done; the message says why, in words for the operator. */
public final class StepFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldConflict> conflicts;

    public StepFailed(String words) {
        this(words, List.of());
    }

    /** @param conflicts what a second writer changed; empty: that was not the reason */
    public StepFailed(String words, List<FieldConflict> conflicts) {
        super(words, null, false, false);
        this.conflicts = List.copyOf(conflicts);
    }

    public List<FieldConflict> conflicts() {
        return conflicts;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
