// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import podium.model.fleet.TaskPhase;
import podium.ui.label.StateLabels;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** The sign before a cell that says how an object is; words that are not known have none. */
final class CellMarks {
    private static final Set<String> HEADINGS = Set.of("status", "phase", "type", "state");
    private static final Set<String> GOOD =
            Set.of("ready", "active", "bound", "complete", "completed", "succeeded", "available", "normal");
    private static final Set<String> WAITING = Set.of(
            "pending",
            "containercreating",
            "podinitializing",
            "schedulinggated",
            "suspended",
            "terminating",
            "released");
    private static final Set<String> BAD = Set.of(
            "failed", "error", "notready", "oomkilled", "evicted", "lost", "unknown", "warning", "deadlineexceeded");

    private CellMarks() {}

    /** Whether cells below this heading can have a sign. */
    static boolean isOf(String heading) {
        return HEADINGS.contains(heading.toLowerCase(Locale.ROOT));
    }

    static Optional<StateIcon> of(String heading, String cell) {
        if (!isOf(heading)) {
            return Optional.empty();
        }
        String word = cell.toLowerCase(Locale.ROOT).split("[,:( ]", 2)[0];
        if (word.equals("running")) {
            return Optional.of(StateLabels.of(TaskPhase.RUNNING).mark());
        } else if (GOOD.contains(word)) {
            return Optional.of(new StateIcon(word.equals("normal") ? Icon.INFO : Icon.DONE, Name.GOOD));
        } else if (WAITING.contains(word)) {
            return Optional.of(new StateIcon(Icon.WAITING, Name.WAITING));
        } else if (BAD.contains(word) || word.endsWith("backoff") || word.startsWith("err") || word.endsWith("error")) {
            return Optional.of(new StateIcon(Icon.WARNING, Name.CRITICAL));
        }
        return Optional.empty();
    }
}
