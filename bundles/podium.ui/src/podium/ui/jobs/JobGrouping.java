// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.function.Function;
import podium.ui.label.StateLabels.Shown;
import podium.ui.texts.Texts;

/** What jobs are grouped by. */
public enum JobGrouping {
    NONE(Texts.of("JobGrouping.notGrouped"), line -> ""),
    QUEUE(Texts.of("JobGrouping.queue"), JobLine::queue),
    PURPOSE(Texts.of("JobGrouping.purpose"), JobLine::purpose),
    CLUSTER(Texts.of("JobGrouping.cluster"), JobColumns::cluster),
    NAMESPACE(Texts.of("JobGrouping.namespace"), JobLine::namespace),
    STATE(Texts.of("JobGrouping.state"), line -> line.state().map(Shown::word).orElse(""));

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
