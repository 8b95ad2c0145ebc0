// SPDX-License-Identifier: Apache-2.0
package podium.journeys.dra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetRealm;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/** A cluster of objects given as JSON, read as the mirror reads them, with a node for each that a slice or a claim names. */
final class DraFleet implements FleetRealm, AutoCloseable {
    private static final ClusterId ID = new ClusterId("dra");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final FleetServiceImpl fleet = new FleetServiceImpl(this, DomainLevel.presets(), 100_000);
    private final PlacementServiceImpl placement = new PlacementServiceImpl(fleet);
    private final Cluster cluster = fleet.add(ID, "dra", false);
    private final Kind.Shared shared = new Kind.Shared();
    private final Set<String> nodes = new LinkedHashSet<>();

    DraFleet() {
        List<Change> listed = new ArrayList<>();
        for (Kind kind : AllKinds.ALL) {
            listed.add(new Change.Listed(kind.kind(), 0));
        }
        apply(listed);
    }

    @Override
    public void execute(Runnable run) {
        work.add(run);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    private void apply(List<Change> changes) {
        fleet.sink().accept(ID, changes);
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Reads an object; true when the mirror follows its kind. */
    boolean read(String json) {
        JsonNode object = tree(json);
        String version = object.path("apiVersion").asText();
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        var kind = AllKinds.of(group, object.path("kind").asText());
        if (kind.isEmpty()) {
            return false;
        }
        String node = object.at("/spec/nodeName").asText();
        if (kind.get().kind().equals("ResourceSlice") && !node.isEmpty() && nodes.add(node)) {
            read("""
                {"apiVersion":"v1","kind":"Node","metadata":{"name":"%s","labels":{"kubernetes.io/hostname":"%s"}},
                "status":{"allocatable":{"cpu":"64","memory":"512Gi","pods":"110"},
                "conditions":[{"type":"Ready","status":"True"}]}}\
                """.formatted(node, node));
        }
        apply(Truth.decode(kind.get(), shared, json).changes());
        return true;
    }

    Set<String> nodes() {
        return nodes;
    }

    /** The verdict of a node on a pod that was read. */
    Verdict verdict(String pod, String node) {
        Node on = cluster.getNodes().stream()
                .filter(one -> one.getName().equals(node))
                .findFirst()
                .orElseThrow();
        for (Job job : cluster.getJobs()) {
            for (Task task : job.getTasks()) {
                if (task.getName().equals(pod)) {
                    return Objects.requireNonNull(
                            placement.verdicts(new Subject(job, List.of(task))).get(on), node);
                }
            }
        }
        throw new AssertionError("no pod " + pod);
    }

    @Override
    public void close() throws Exception {
        placement.close();
        fleet.close();
    }
}
