// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.At;
import podium.operation.submit.Manifest.Flaw;
import podium.operation.submit.Manifest.Group;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.Manifest.Work;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.Subject;

/** Reads lines: "job NAME TASKS GPUS", "config NAME", anything else is a flaw. Remembers what was planned. */
public final class FakeSubmit implements SubmitService {
    /** What was planned, as "NAMES HOW". */
    public final List<String> planned = new CopyOnWriteArrayList<>();

    /** Answers that are held back while {@link #slow} is set. */
    public final List<Runnable> waiting = new CopyOnWriteArrayList<>();

    /** Whether answers are held back. */
    public boolean slow;

    /** What the next plan is answered with; empty: one without steps. */
    public Optional<Result> answer = Optional.empty();

    /** Why no job of it can be held; empty: each can. */
    public Optional<String> notHeld = Optional.empty();

    /** That all jobs do not find room at the same time; empty: they do. */
    public Optional<String> shortage = Optional.empty();

    @Override
    public CompletableFuture<Manifest> read(Cluster cluster, List<Source> sources, String namespace) {
        List<Item> items = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        int line = 0;
        for (String text : sources.getFirst().text().lines().toList()) {
            At at = new At("", 1, ++line);
            String[] words = text.strip().split(" ");
            switch (words[0]) {
                case "job" -> {
                    long gpus = Long.parseLong(words[3]);
                    TaskSpec spec = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", gpus)));
                    Group group = new Group("pods", Integer.parseInt(words[2]), spec, Labels.none());
                    Work work = new Work(List.of(group), OptionalInt.empty(), "", notHeld, Optional.empty());
                    items.add(new Item(at, TestKinds.job(namespace, words[1]), "{}", Optional.of(work)));
                }
                case "config" ->
                    items.add(new Item(
                            at,
                            new ObjectRef("", "v1", "configmaps", "ConfigMap", namespace, words[1]),
                            "{}",
                            Optional.empty()));
                default -> flaws.add(new Flaw(at, "This is no manifest.", "Write one."));
            }
        }
        CompletableFuture<Manifest> read = new CompletableFuture<>();
        Manifest manifest = new Manifest(items, flaws);
        if (slow) {
            waiting.add(() -> read.complete(manifest));
        } else {
            read.complete(manifest);
        }
        return read;
    }

    @Override
    public Optional<Subject> supposed(Cluster cluster, Item item) {
        return item.work().map(work -> {
            Job job = FleetFactory.INSTANCE.createJob();
            job.setName(item.ref().name());
            job.setNamespace(item.ref().namespace());
            job.setKind("Job");
            job.setWork(TestKinds.of("Job"));
            job.setState(JobState.WAITING);
            job.setSpec(work.groups().getFirst().spec());
            job.setWantedTasks(work.tasks());
            for (int i = 0; i < work.tasks(); i++) {
                Task task = FleetFactory.INSTANCE.createTask();
                task.setName(job.getName() + "-" + i);
                task.setPhase(TaskPhase.PENDING);
                task.setSpec(job.getSpec());
                task.setJob(job);
            }
            return new Subject(job, List.of(), Optional.of(cluster));
        });
    }

    @Override
    public Optional<Subject> supposed(Cluster cluster, Manifest manifest) {
        return manifest.jobs().stream().findFirst().flatMap(item -> supposed(cluster, item));
    }

    @Override
    public String fit(Subject supposed) {
        return "fits 2 of 4 nodes; all " + supposed.job().getWantedTasks() + " tasks together in rack a1";
    }

    @Override
    public Optional<String> shortage(Subject supposed) {
        return shortage;
    }

    @Override
    public CompletableFuture<Result> plan(Cluster cluster, Manifest manifest, Submission how) {
        planned.add(manifest.items().stream().map(item -> item.ref().name()).toList() + " "
                + how.getClass().getSimpleName());
        return CompletableFuture.completedFuture(answer.orElse(new Result.Compiled(new Plan(
                new ClusterId(cluster.getName()),
                "submit",
                "Submit " + manifest.items().getFirst().ref().name(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()))));
    }
}
