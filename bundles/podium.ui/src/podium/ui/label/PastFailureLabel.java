// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.job.PastFailures;
import podium.model.fleet.Task;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What failed of a job that goes on, in words. */
public final class PastFailureLabel {
    private PastFailureLabel() {}

    /** "1 task failed"; "2 tasks restarted after a failure (5 restarts), 2 restarts of all of it". */
    public static String words(PastFailures failures) {
        List<String> parts = new ArrayList<>();
        counted(failures.failed().size(), "task")
                .ifPresent(tasks -> parts.add(Texts.of("PastFailureLabel.failed", tasks)));
        Optional<String> times = counted(
                failures.restarted().stream().mapToInt(Task::getRestarts).sum(), "restart");
        counted(failures.restarted().size(), "task")
                .ifPresent(tasks ->
                        parts.add(times.map(restarts -> Texts.of("PastFailureLabel.restartedTimes", tasks, restarts))
                                .orElseGet(() -> Texts.of("PastFailureLabel.restarted", tasks))));
        counted(failures.restarts(), "restart")
                .ifPresent(restarts -> parts.add(Texts.of("PastFailureLabel.anew", restarts)));
        return String.join(", ", parts);
    }

    private static Optional<String> counted(int number, String noun) {
        return number == 0 ? Optional.empty() : Optional.of(Formats.counted(number, noun));
    }
}
