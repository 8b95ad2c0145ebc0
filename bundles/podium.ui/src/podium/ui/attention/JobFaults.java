// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.core.job.DefaultReason;
import podium.core.job.JobTraits;
import podium.core.job.MissingPods;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.value.WorkKind;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** What is wrong with a job. One that goes on after failures needs no attention: the Jobs table tells of it. In the realm. */
final class JobFaults {
    /** What failed before that is history. */
    private static final Duration NEWS = Duration.ofDays(1);
    /** A job that has waited for less may just be starting, or its turn in the queue comes. */
    static final Duration LONG = Duration.ofHours(1);
    /** Letters of why it fails or waits: the page that says more has all of it. */
    static final int LETTERS = 90;

    private JobFaults() {}

    /** Empty: nothing is. Whether it has been so for long enough tells {@link #isDue}. */
    static Optional<AttentionItem> of(Job job) {
        if (JobTraits.has(job, WorkKind.Trait.MAKES_JOBS)) {
            return Optional.empty();
        }
        String reason = CleanText.middle(SafeText.line(job.getReason()), LETTERS);
        if (job.getState() == JobState.FAILING) {
            return Optional.of(AttentionItem.of(AttentionKind.JOB_FAILING, job, failing(job, reason), last(job)));
        } else if (job.getState() == JobState.FAILED) {
            return Optional.of(
                    AttentionItem.of(AttentionKind.JOB_FAILED, job, reason, Optional.ofNullable(job.getFinished())));
        } else if (!JobTraits.waits(job)) {
            return Optional.empty();
        }
        String refused = MissingPods.refusal(job).map(PodRefusal::message).orElse("");
        boolean told = job.getState() == JobState.WAITING && reason(job).contains(DefaultReason.REFUSED);
        return Optional.of(AttentionItem.of(
                refused.isEmpty() && !told ? AttentionKind.JOB_WAITS : AttentionKind.PODS_REFUSED,
                job,
                refused.isEmpty() ? reason : CleanText.middle(SafeText.line(refused), LETTERS),
                Optional.ofNullable(job.getCreated())));
    }

    /** Whether an item of a job is to be told now. */
    static boolean isDue(AttentionItem item, Instant now) {
        return switch (item.kind()) {
            case JOB_WAITS ->
                item.since().filter(since -> !since.isAfter(now.minus(LONG))).isPresent();
            case JOB_FAILED ->
                item.since().filter(since -> since.isBefore(now.minus(NEWS))).isEmpty();
            default -> true;
        };
    }

    private static String reason(Job job) {
        @Nullable String reason = job.getReason();
        return reason == null ? "" : reason;
    }

    /** The word of the kubelet, where there is one; what it says further is in the Fails page. */
    private static String failing(Job job, String reason) {
        int restarts = job.getTasks().stream().mapToInt(Task::getRestarts).sum();
        String word = reason.replaceFirst("^(\\w+): .*", "$1");
        return restarts == 0 ? word : Texts.of("JobFaults.restarts", word, Formats.counted(restarts, "restart"));
    }

    private static Optional<Instant> last(Job job) {
        return job.getTasks().stream()
                .map(Task::getFailed)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
