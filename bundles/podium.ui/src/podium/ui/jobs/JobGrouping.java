// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.function.Function;
import podium.ui.label.StateLabels.Shown;

/** What jobs are grouped by. */
public enum JobGrouping {
    NONE("not grouped", line -> ""),
    QUEUE("queue", JobLine::queue),
    PURPOSE("purpose", JobLine::purpose),
    CLUSTER("cluster", JobColumns::cluster),
    NAMESPACE("namespace", JobLine::namespace),
    STATE("state", line -> line.state().map(Shown::word).orElse(""));

    private final String word;
    private final Function<JobLine, String> value;

    JobGrouping(String word, Function<JobLine, String> value) {
        this.word = word;
        this.value = value;
    }

    public String word() {
        return word;
    }

    String of(JobLine line) {
        return value.apply(line);
    }
}
