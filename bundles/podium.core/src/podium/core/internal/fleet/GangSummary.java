// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.GangSeen;

/**
 * What the gangs of one job tell of it together.
 *
 * @param minimum the least pods of the largest of them that make sense together; null: none sets one
 * @param queue empty: none names one
 * @param priorityClass empty: none names one
 * @param priority what it is queued by; null: none tells
 * @param reason why the first that waits does; empty: none waits
 * @param cluster another cluster, in which it runs; empty: this one
 */
record GangSummary(
        @Nullable Integer minimum,
        String queue,
        String priorityClass,
        @Nullable Integer priority,
        String reason,
        String cluster) {
    static final GangSummary NONE = new GangSummary(null, "", "", null, "", "");

    static GangSummary of(List<GangSeen> gangs) {
        @Nullable Integer minimum = null;
        @Nullable Integer priority = null;
        for (GangSeen gang : gangs) {
            if (priority == null && gang.priority().isPresent()) {
                priority = gang.priority().getAsInt();
            }
            if (gang.minimum().isPresent()) {
                int own = gang.minimum().getAsInt();
                minimum = minimum == null ? own : Math.max(minimum, own);
            }
        }
        return new GangSummary(
                minimum,
                first(gangs, GangSeen::queueName),
                first(gangs, GangSeen::priorityClass),
                priority,
                first(gangs, GangSeen::reason),
                first(gangs, GangSeen::cluster));
    }

    private static String first(List<GangSeen> gangs, Function<GangSeen, String> field) {
        return gangs.stream()
                .map(field)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
