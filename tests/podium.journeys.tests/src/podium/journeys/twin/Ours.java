// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetRealm;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.decode.PodTemplates;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.internal.rule.PreemptionCandidate;
import podium.placement.internal.whatif.WhatIfServiceImpl;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;

/** Podium's verdicts on the objects of a real API server, read as the mirror reads them. */
final class Ours {
    private static final ClusterId ID = new ClusterId("twin");
    private static final List<String> READ = List.of(
            "nodes",
            "pods",
            "namespaces",
            "poddisruptionbudgets",
            "priorityclasses",
            "persistentvolumes",
            "persistentvolumeclaims",
            "storageclasses",
            "resourceslices",
            "resourceclaims",
            "resourceclaimtemplates",
            "deviceclasses");

    private Ours() {}

    /** The verdict of each node, by its name, on a pod that is not there. */
    static Map<String, Verdict> verdicts(TwinCluster server, JsonNode subject) throws IOException {
        return verdicts(changes(server, subject), subject.at("/metadata/name").asText());
    }

    private static List<Change> changes(TwinCluster server, JsonNode subject) throws IOException {
        Kind.Shared shared = new Kind.Shared();
        List<Change> changes = new ArrayList<>();
        for (Kind kind : AllKinds.ALL) {
            if (READ.contains(kind.resource())) {
                int count = 0;
                for (JsonNode object : server.list(kind.path(kind.versions().getFirst(), ""))) {
                    changes.addAll(Truth.decode(kind, shared, object.toString()).changes());
                    count++;
                }
                if (kind.many()) {
                    changes.addAll(
                            Truth.decode(kind, shared, subject.toString()).changes());
                }
                changes.add(new Change.Listed(kind.kind(), count));
            }
        }
        return changes;
    }

    /** Which node kube-scheduler would free for a pod that is not there, and of whom: "n1: a, b"; empty: none. */
    static String preemption(TwinCluster server, JsonNode subject) throws IOException {
        String name = subject.at("/metadata/name").asText();
        return ask(changes(server, subject), (cluster, placement) -> cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> task.getName().equals(name))
                .flatMap(task -> placement.preemption(new Subject(task.getJob(), List.of(task))).stream())
                .map((PreemptionCandidate found) -> found.node().getName() + ": "
                        + found.victims().stream().map(Task::getName).sorted().collect(Collectors.joining(", ")))
                .findFirst()
                .orElse(""));
    }

    /** Where what is supposed would start, and what would lose its place: "n1, n2; a"; of the objects that are there. */
    static String supposed(TwinCluster server, JsonNode anyPod, String line) throws IOException {
        return ask(changes(server, anyPod), (cluster, _) -> {
            WhatIfResult result = new WhatIfServiceImpl()
                    .ask(cluster, new HypothesisReader(cluster).read(line).hypotheses())
                    .join();
            String where = result.nodes().entrySet().stream()
                    .filter(entry -> entry.getValue().taken() > 0)
                    .map(entry -> entry.getKey().getName())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return where + "; "
                    + result.displaced().stream()
                            .map(it -> it.job().getName())
                            .sorted()
                            .collect(Collectors.joining(", "));
        });
    }

    /** The verdict of a node with room for all on a pod that would be made in a namespace with these quotas. */
    static Verdict ofQuotas(String namespace, List<String> quotas, String pod) throws IOException {
        Kind.Shared shared = new Kind.Shared();
        List<Change> changes = new ArrayList<>();
        changes.addAll(Truth.decode(Truth.kind("nodes"), shared, """
            {"metadata":{"name":"big"},"status":{"conditions":[{"type":"Ready","status":"True"}],"allocatable":{
            "cpu":"99","memory":"99Gi","nvidia.com/gpu":"99","pods":"99"}}}\
            """).changes());
        for (String quota : quotas) {
            changes.addAll(
                    Truth.decode(Truth.kind("resourcequotas"), shared, quota).changes());
        }
        Job job = FleetFactory.INSTANCE.createJob();
        job.setKind("Pod");
        job.setWork(podium.model.value.WorkKind.POD);
        job.setName("subject");
        job.setNamespace(namespace);
        job.setWantedTasks(1);
        job.setSpec(new PodTemplates().read(pod).spec());
        return ask(changes, (cluster, placement) -> placement
                .verdicts(new Subject(job, List.of(), Optional.of(cluster)))
                .get(cluster.getNodes().getFirst()));
    }

    private static Map<String, Verdict> verdicts(List<Change> changes, String subject) {
        return ask(changes, (cluster, placement) -> {
            Map<String, Verdict> verdicts = new HashMap<>();
            for (Job job : cluster.getJobs()) {
                for (Task task : job.getTasks()) {
                    if (task.getName().equals(subject)) {
                        placement
                                .verdicts(new Subject(job, List.of(task)))
                                .forEach((node, verdict) -> verdicts.put(node.getName(), verdict));
                    }
                }
            }
            return verdicts;
        });
    }

    private static <T> T ask(List<Change> changes, BiFunction<Cluster, PlacementServiceImpl, T> question) {
        ArrayDeque<Runnable> work = new ArrayDeque<>();
        FleetRealm realm = new FleetRealm() {
            @Override
            public void execute(Runnable run) {
                work.add(run);
            }

            @Override
            public boolean isCurrent() {
                return true;
            }
        };
        try (FleetServiceImpl fleet = new FleetServiceImpl(realm, DomainLevel.presets(), 100_000);
                PlacementServiceImpl placement = PlacementServiceImpl.ofScheduler(fleet)) {
            Cluster cluster = fleet.add(ID, "twin", false);
            fleet.sink().accept(ID, changes);
            while (!work.isEmpty()) {
                work.poll().run();
            }
            return question.apply(cluster, placement);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
