// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.util.HashMap;
import java.util.Map;
import java.util.SequencedCollection;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.OfferedDevice;

/**
 * The answers of one expression so far, by what it looked at: the first look, what was seen, the next look, and so on. An
 * expression is a function of its sights, so a device that shows the same at each look has the same answer, and the
 * expression is run once for all devices of a shape. One thread.
 */
final class SelectorMemo {
    private static final int MOST = 200_000;

    private static final class Fork {
        private @Nullable FieldRead look;
        private @Nullable SelectorResult answer;
        private final Map<Object, Fork> ways = new HashMap<>(4);
    }

    private Fork first = new Fork();
    private int answers;

    /** The answer for a device; null: not known yet. */
    @Nullable
    SelectorResult find(String driver, OfferedDevice device) {
        Fork at = first;
        while (true) {
            if (at.answer != null) {
                return at.answer;
            }
            @Nullable FieldRead look = at.look;
            @Nullable Fork next = look == null ? null : at.ways.get(look.of(driver, device));
            if (next == null) {
                return null;
            }
            at = next;
        }
    }

    void remember(SequencedCollection<FieldRead> looks, String driver, OfferedDevice device, SelectorResult answer) {
        if (answers++ >= MOST) {
            first = new Fork();
            answers = 1;
        }
        Fork at = first;
        for (FieldRead look : looks) {
            if (at.look == null) {
                at.look = look;
            }
            at = at.ways.computeIfAbsent(look.of(driver, device), seen -> new Fork());
        }
        at.answer = answer;
    }

    int answers() {
        return answers;
    }
}
