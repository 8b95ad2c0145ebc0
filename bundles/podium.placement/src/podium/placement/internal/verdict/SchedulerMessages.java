// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import podium.core.fleet.AcceleratorKind;
import podium.core.job.DefaultReason;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Job;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.texts.Texts;

/**
 * What schedulers, queues and quotas write into conditions and events, in Podium's words. Their sentences: Kueue
 * flavorassigner.go, Volcano's gang plugin, the scheduler's dynamicresources plugin, the ResourceQuota admission plugin.
 * A sentence that is none of these is passed on as it is.
 */
public final class SchedulerMessages {
    private static final Pattern KUEUE_UNUSED =
            Pattern.compile("insufficient unused quota for (\\S+) in flavor ([^,\\s]+), (\\S+) more needed");
    private static final Pattern KUEUE_NEVER = Pattern.compile(
            "insufficient quota for (\\S+) in flavor ([^,\\s]+), [^;]*?maximum capacity \\((?:\\S+ > )?([^\\s)]+)\\)");
    private static final Pattern VOLCANO_GANG =
            Pattern.compile("\\d+/\\d+ tasks in gang unschedulable:.*?(\\d+) minAvailable");
    private static final Pattern DRA =
            Pattern.compile("cannot allocate all claims|waiting for resource claim|resourceclaim");
    private static final Pattern QUOTA =
            Pattern.compile("exceeded quota: ([^,\\s]+), requested: (\\S+?),? used: (\\S+?),? limited: (\\S+)");

    private static final Pattern NODES = Pattern.compile("0/\\d+ nodes are available");

    /** What kube-scheduler adds on whether others could make room, which begins with the count of nodes once more. */
    private static final Pattern PREEMPTION = Pattern.compile("[.,]?\\s+(?:[^.]*, )?preemption: \\d+/\\d+ nodes .*");

    /** kueue pkg/scheduler/preemption/preemption.go, preemptionMessage. */
    private static final Pattern KUEUE_PREEMPTED =
            Pattern.compile("Preempted to accommodate a workload \\(UID: [^,]*, JobUID: ([^)]*)\\) due to ([^;]*)");

    private SchedulerMessages() {}

    /** Who schedules the job, as far as its pods name a scheduler known here. */
    public static By scheduler(Job job) {
        TaskSpec spec = job.getSpec() != null || job.getTasks().isEmpty()
                ? job.getSpec()
                : job.getTasks().getFirst().getSpec();
        String name = spec == null ? "" : spec.schedulerName();
        return switch (name) {
            case "volcano" -> By.VOLCANO;
            case "kai-scheduler", "runai-scheduler" -> By.KAI;
            default -> By.SCHEDULER;
        };
    }

    /** Whether it is the count of nodes by which kube-scheduler says that a pod fits none. */
    public static boolean isOfNodes(String said) {
        return NODES.matcher(said).lookingAt();
    }

    /** Whether it says so of a volume claim, before it looks at any node. */
    public static boolean isOfVolumes(String said) {
        return said.contains("persistentvolumeclaim");
    }

    public static List<Obstacle> of(Job job, String said) {
        return of(job, said, "");
    }

    /** @param since what is to be said of it now, in words; empty: nothing */
    public static List<Obstacle> of(Job job, String said, String since) {
        List<Obstacle> found = new ArrayList<>();
        Matcher preempted = KUEUE_PREEMPTED.matcher(said);
        if (preempted.find()) {
            String by = job.getCluster() == null
                    ? preempted.group(1)
                    : job.getCluster().getJobs().stream()
                            .filter(other -> preempted.group(1).equals(other.getUid()))
                            .map(other -> other.getNamespace() + "/" + other.getName())
                            .findFirst()
                            .orElse(preempted.group(1));
            found.add(Obstacle.of(
                    By.KUEUE,
                    Texts.of(
                            "SchedulerMessages.preemptedFor",
                            CleanText.clean(by),
                            CleanText.clean(preempted.group(2)))));
        }
        kueue(job, said, found);
        Matcher gang = VOLCANO_GANG.matcher(said);
        if (gang.find()) {
            String gangOf = Counted.of(Long.parseLong(gang.group(1)), "task");
            found.add(Obstacle.of(
                    By.VOLCANO,
                    Texts.of("SchedulerMessages.itsGangStartsWith", gangOf),
                    new Cure.Elsewhere(Texts.of("SchedulerMessages.makeRoomForAllOrLower", gangOf))));
        }
        Matcher quota = QUOTA.matcher(said);
        if (quota.find()) {
            found.add(Obstacle.of(
                    By.QUOTA,
                    Texts.of(
                            "SchedulerMessages.quotaOfTheNamespace",
                            CleanText.clean(quota.group(1)),
                            CleanText.clean(quota.group(2)),
                            CleanText.clean(quota.group(3)),
                            CleanText.clean(quota.group(4))),
                    new Cure.Elsewhere(Texts.of("SchedulerMessages.raiseTheQuotaOfTheNamespace"))));
        }
        if (found.isEmpty() && DRA.matcher(said).find()) {
            found.add(Obstacle.of(
                    By.DEVICES,
                    Texts.of("SchedulerMessages.itsResourceClaimsFind", CleanText.clean(said)),
                    new Cure.Elsewhere(Texts.of("SchedulerMessages.freeSuchDevices"))));
        }
        if (found.isEmpty()) {
            String sentence = since.isEmpty() ? brief(said) : Texts.of("SchedulerMessages.butNow", brief(said), since);
            found.add(new Obstacle(
                    scheduler(job),
                    Texts.of("SchedulerMessages.theClusterSays", sentence),
                    Optional.empty(),
                    at(job, said).map(time -> new Obstacle.Quote(sentence, time))));
        }
        return found;
    }

    /** When it was last said of one of its tasks. */
    private static Optional<Instant> at(Job job, String said) {
        return job.getTasks().stream()
                .filter(task -> said.equals(task.getMessage()))
                .flatMap(task -> Stream.ofNullable(task.getRefused()))
                .max(Comparator.naturalOrder());
    }

    private static String brief(String said) {
        return CleanText.clean(PREEMPTION.matcher(said).replaceFirst(""));
    }

    private static void kueue(Job job, String said, List<Obstacle> found) {
        if (DefaultReason.isNoQuestionOfRoom(said)) {
            String cure = said.contains(DefaultReason.UNREADY)
                    ? Texts.of("SchedulerMessages.seeWhyItsPodsAreNotReady")
                    : said.contains(DefaultReason.GIVEN_UP)
                            ? Texts.of("SchedulerMessages.deleteItsWorkload")
                            : Texts.of("SchedulerMessages.seeItsCheck");
            // with the Workload of pods Kueue deletes the pods
            boolean pods = said.contains(DefaultReason.GIVEN_UP) && !job.isSuspended();
            found.add(
                    pods
                            ? Obstacle.of(By.KUEUE, CleanText.clean(said))
                            : Obstacle.of(By.KUEUE, CleanText.clean(said), new Cure.Elsewhere(cure)));
        }
        Matcher unused = KUEUE_UNUSED.matcher(said);
        while (unused.find()) {
            found.add(Obstacle.of(
                    By.KUEUE,
                    Texts.of(
                            "SchedulerMessages.flavorMoreNeededThan",
                            CleanText.clean(unused.group(2)),
                            amount(unused.group(1), unused.group(3))),
                    new Cure.Elsewhere(Texts.of("SchedulerMessages.waitForOthersOfTheQueue"))));
        }
        Matcher never = KUEUE_NEVER.matcher(said);
        while (never.find()) {
            found.add(Obstacle.of(
                    By.KUEUE,
                    Texts.of(
                            "SchedulerMessages.flavorAsksForMore",
                            CleanText.clean(never.group(2)),
                            amount(never.group(1), never.group(3))),
                    new Cure.Elsewhere(Texts.of("SchedulerMessages.raiseTheQuotaOfTheFlavor"))));
        }
    }

    private static String amount(String resource, String amount) {
        return AcceleratorKind.of(resource)
                .map(kind -> CleanText.clean(amount) + " " + kind.words("1".equals(amount) ? 1 : 2))
                .orElse(CleanText.clean(amount) + " " + CleanText.clean(resource));
    }
}
