// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.OwnState;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.JobState;

/** Describes a cron schedule: what runs, when it ran last and runs next. For controllers that do not write the next run. */
public final class CronWords {
    private static final int NAMED = 3;

    private CronWords() {}

    /** How it stands with one of the fields of a batch/v1 CronJob, which Volcano's CronJob has too. */
    public static OwnState state(JsonTree object) {
        JsonTree spec = object.at("spec");
        List<String> active = object.at("status", "active").texts("name");
        return new OwnState(
                active.isEmpty() ? JobState.SCHEDULED : JobState.RUNNING,
                of(
                        active,
                        List.of(spec.text("schedule")),
                        spec.text("timeZone"),
                        spec.flag("suspend"),
                        object,
                        object.at("status").time("lastScheduleTime")));
    }

    /**
     * What runs, the schedules, the next run and the last one.
     *
     * @param schedules the next run is that of the first of them
     * @param zone its name; empty: the controller's, which is UTC nearly everywhere
     * @param stopped true: it starts nothing
     */
    public static String of(
            List<String> active,
            List<String> schedules,
            String zone,
            boolean stopped,
            JsonTree object,
            @Nullable Instant last) {
        List<String> words = new ArrayList<>();
        if (!active.isEmpty()) {
            words.add(Texts.of("CronWords.running", Counted.named(active, NAMED)));
        }
        String times = String.join(", ", schedules);
        words.add(
                zone.isEmpty()
                        ? Texts.of("CronWords.scheduleWithoutZone", times)
                        : Texts.of("CronWords.schedule", times, zone));
        if (!stopped) {
            Instant created = object.at("metadata").time("creationTimestamp");
            words.add(RunTimes.next(next(schedules, zone, last == null ? created : last)));
        }
        words.add(RunTimes.last(last, ""));
        return String.join("; ", words);
    }

    /** One that is not understood may be the first. */
    private static @Nullable Instant next(List<String> schedules, String zone, @Nullable Instant since) {
        @Nullable Instant first = null;
        for (String schedule : schedules) {
            Optional<Instant> next = since == null
                    ? Optional.empty()
                    : CronSchedule.parse(schedule)
                            .flatMap(cron -> CronSchedule.zone(zone).flatMap(at -> cron.next(since, at)));
            if (next.isEmpty()) {
                return null;
            }
            first = first == null || next.get().isBefore(first) ? next.get() : first;
        }
        return first;
    }
}
