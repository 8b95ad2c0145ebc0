// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.Manifest.Work;
import podium.operation.texts.Texts;
import podium.placement.Subject;

/** Jobs and tasks as they would be once a manifest is submitted. They lie in no cluster's model, so no view shows them. */
final class HypotheticalJobs {
    /** Of more tasks than this one answer differs little from that of fewer; the count is kept. */
    private static final int MOST = 10_000;

    private HypotheticalJobs() {}

    static Optional<Subject> of(Cluster cluster, Item item) {
        return item.work().filter(work -> work.tasks() > 0).map(work -> {
            Job job = job(cluster, item, work);
            fill(job, work);
            return new Subject(job, List.of(), Optional.of(cluster));
        });
    }

    /** The first job with the tasks of all of them. */
    static Optional<Subject> of(Cluster cluster, Manifest manifest) {
        List<Item> items = manifest.jobs().stream()
                .filter(item -> item.work().orElseThrow().tasks() > 0)
                .toList();
        if (items.size() <= 1) {
            return items.stream().findFirst().flatMap(item -> of(cluster, item));
        }
        Item first = items.getFirst();
        Job job = job(cluster, first, first.work().orElseThrow());
        items.forEach(item -> fill(job, item.work().orElseThrow()));
        job.setName(Texts.of("HypotheticalJobs.andMore", first.ref().name(), items.size() - 1));
        return Optional.of(new Subject(job, List.of(), Optional.of(cluster)));
    }

    private static Job job(Cluster cluster, Item item, Work work) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName(item.ref().name());
        job.setNamespace(item.ref().namespace());
        job.setKind(item.ref().kind());
        job.setApiVersion(item.ref().apiVersion());
        job.setState(JobState.WAITING);
        if (!work.queue().isEmpty()) {
            job.setQueueName(work.queue());
        }
        if (work.minimum().isPresent()) {
            job.setMinimum(work.minimum().getAsInt());
        }
        job.setSpec(work.groups().getFirst().spec());
        job.setPriority(priority(cluster, work));
        job.setLabels(work.groups().getFirst().labels());
        return job;
    }

    /** By which its queue orders it; else that of its pods, and of those that name no class the one of the default. */
    private static int priority(Cluster cluster, Work work) {
        OptionalInt own = work.priority().isPresent()
                ? work.priority()
                : work.groups().getFirst().spec().priority();
        return own.orElseGet(() -> SchedulingObjects.of(cluster).all(PriorityClass.class).stream()
                .filter(PriorityClass::standard)
                .mapToInt(PriorityClass::value)
                .min()
                .orElse(0));
    }

    private static void fill(Job job, Work work) {
        for (Manifest.Group group : work.groups()) {
            for (int i = 0; i < group.tasks() && job.getTasks().size() < MOST; i++) {
                Task task = FleetFactory.INSTANCE.createTask();
                task.setName(job.getName() + "-" + job.getTasks().size());
                task.setNamespace(job.getNamespace());
                task.setRank(job.getTasks().size());
                task.setPhase(TaskPhase.PENDING);
                task.setSpec(group.spec());
                task.setLabels(group.labels());
                task.setJob(job);
            }
        }
        job.setWantedTasks(job.getTasks().size());
    }
}
