// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.function.Function;
import podium.ui.label.StateLabels.Shown;
import podium.ui.texts.Texts;

/** What jobs are grouped by. */
public enum JobGrouping {
    NONE(Texts.of("JobGrouping.notGrouped"), "", line -> ""),
    QUEUE(Texts.of("JobGrouping.queue"), Texts.of("JobGrouping.noQueue"), JobLine::queue),
    PURPOSE(Texts.of("JobGrouping.purpose"), Texts.of("JobGrouping.noPurpose"), JobLine::purpose),
    CLUSTER(Texts.of("JobGrouping.cluster"), Texts.of("JobGrouping.noCluster"), JobColumns::cluster),
    NAMESPACE(Texts.of("JobGrouping.namespace"), Texts.of("JobGrouping.noNamespace"), JobLine::namespace),
    STATE(Texts.of("JobGrouping.state"), Texts.of("JobGrouping.noState"), line -> line.state()
            .map(Shown::word)
            .orElse(""));

    private final String word;
    private final String none;
    private final Function<JobLine, String> value;

    JobGrouping(String word, String none, Function<JobLine, String> value) {
        this.word = word;
        this.none = none;
        this.value = value;
    }

    public String word() {
        return word;
    }

    /** What a group is called; that of the jobs that are in none, where the name is empty. */
    String title(String name) {
        return name.isEmpty() ? none : word + " " + name;
    }

    String of(JobLine line) {
        return value.apply(line);
    }
}
