// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.core.job.DefaultReason;
import podium.core.job.GateText;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.verdict.PodCreation;
import podium.placement.internal.verdict.SchedulerMessages;
import podium.placement.texts.Texts;

/**
 * What holds a job back before any scheduler looks at it.
 *
 * @param barred whether it waits for that whatever room it has
 */
record BeforeScheduling(List<Obstacle> obstacles, boolean barred) {
    static BeforeScheduling of(Job job) {
        List<Obstacle> found = new ArrayList<>();
        PodCreation.obstacle(job).ifPresent(found::add);
        boolean barred = !found.isEmpty();
        if (job.isSuspended()) {
            barred |= suspended(job, found);
        }
        barred |= gated(DefaultReason.gates(job), found);
        return new BeforeScheduling(found, barred);
    }

    private static boolean suspended(Job job, List<Obstacle> found) {
        String reason = job.getReason() == null ? "" : job.getReason();
        if (DefaultReason.isInactive(reason)) {
            found.add(Obstacle.of(By.KUEUE, reason, new Cure.Resume()));
        } else if (job.getQueueName() == null) {
            found.add(Obstacle.of(By.PERSON, Texts.of("BeforeScheduling.suspendedItStartsWhen"), new Cure.Resume()));
        } else if (DefaultReason.isNoQuestionOfRoom(reason)) {
            found.addAll(SchedulerMessages.of(job, reason));
            return true;
        } else {
            found.add(Obstacle.of(
                    queueing(job),
                    Texts.of("BeforeScheduling.suspendedUntilQueueAdmits", CleanText.clean(job.getQueueName()))));
        }
        return false;
    }

    private static boolean gated(Set<String> gates, List<Obstacle> found) {
        if (gates.contains(GateText.MANUAL)) {
            found.add(Obstacle.of(By.GATE, GateText.of(gates), new Cure.Place()));
        } else if (gates.stream().anyMatch(gate -> gate.startsWith("kueue."))) {
            found.add(Obstacle.of(By.KUEUE, GateText.of(gates)));
        } else if (!gates.isEmpty()) {
            found.add(Obstacle.of(
                    By.GATE,
                    GateText.of(gates),
                    new Cure.Elsewhere(Texts.of("BeforeScheduling.whoSetTheGateRemovesIt"))));
            return true;
        }
        return false;
    }

    private static By queueing(Job job) {
        return switch (SchedulerMessages.scheduler(job)) {
            case VOLCANO -> By.VOLCANO;
            case KAI -> By.KAI;
            default -> By.KUEUE;
        };
    }
}
