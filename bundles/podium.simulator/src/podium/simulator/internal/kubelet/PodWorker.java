// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Timeline;
import podium.simulator.internal.object.DeviceClaims;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodRequests;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceTypes;

/** One pod on its node, from admission to its end. */
final class PodWorker {

    private static final String KUBELET = "kubelet";
    private static final long LONGEST_BACKOFF_SECONDS = 300;
    /** A container that ran for so long is no longer in a crash loop: twice the longest delay, as in a real kubelet. */
    private static final Duration RECOVERED = Duration.ofSeconds(2 * LONGEST_BACKOFF_SECONDS);

    private final EngineContext cluster;
    private final Kubelet node;
    private final PodInfo view;
    private final Map<String, List<PluginDevice>> devices = new HashMap<>();
    private final String restartPolicy;
    private Optional<ContainerBehaviour> behaviour = Optional.empty();
    private Optional<Timeline.Due> next = Optional.empty();
    private boolean stopping;
    private boolean over;
    private int restarts;
    /** Debug containers that were seen. */
    private int debugging;

    /** Crashes since it last ran for long. */
    private int crashes;

    private Instant runningSince = Instant.MAX;

    PodWorker(EngineContext cluster, Kubelet node, ObjectNode pod) {
        this.cluster = cluster;
        this.node = node;
        this.view = PodInfo.of(pod);
        this.restartPolicy = Json.text(pod, "spec", "restartPolicy");
    }

    /** The kubelet sees the pod: it refuses it, or begins to start it. */
    void admit() {
        Optional<ObjectNode> found = pod();
        if (found.isEmpty() || stopping) {
            return;
        }
        ObjectNode pod = found.get();
        Optional<KubeletAdmission.Refusal> refusal = KubeletAdmission.check(view, node.admitted(), node.devices());
        if (refusal.isPresent()) {
            over = true;
            cluster.events()
                    .warning(pod, KUBELET, refusal.get().reason(), refusal.get().message());
            write(status -> status.refused(refusal.get()));
            return;
        }
        node.admitted().add(view);
        allocate(pod);
        String image = Json.text(Json.at(pod, "spec", "containers").path(0), "image");
        boolean known = node.pulled(image);
        ContainerBehaviour decided = ContainerBehaviour.of(pod, cluster.seed(), known);
        behaviour = Optional.of(decided);
        write(status -> status.creating(node.address()));
        if (!known) {
            cluster.events().normal(pod, KUBELET, "Pulling", "Pulling image \"" + image + "\"");
        }
        later(decided.start(), () -> running(known));
    }

    /** Starts the debug containers that were added. */
    void debug(ObjectNode pod) {
        int wanted = Json.at(pod, "spec", "ephemeralContainers").size();
        if (wanted > debugging && !over && !stopping) {
            debugging = wanted;
            cluster.loop().after(Kubelets.SYNC, () -> node.run(() -> write(PodStatusWriter::debugging)));
        }
    }

    /** Notices that the containers have ended with what was typed into them. */
    void typed(ObjectNode pod) {
        List<JsonNode> ends = new ArrayList<>();
        Json.at(pod, "status", "containerStatuses").forEach(status -> ends.add(Json.at(status, "state", "terminated")));
        if (over || stopping || ends.isEmpty() || !ends.stream().allMatch(JsonNode::isObject)) {
            return;
        }
        next.ifPresent(Timeline.Due::cancel);
        end(Json.number(ends.getFirst(), 0, "exitCode"), Json.text(ends.getFirst(), "reason"));
    }

    private void allocate(ObjectNode pod) {
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            String name = Json.text(container, "name");
            DeviceManager.Holder holder = new DeviceManager.Holder(
                    view.uid(),
                    view.namespace(),
                    view.name(),
                    name,
                    Json.controller(pod).map(owner -> Json.text(owner, "uid")).orElse(view.uid()),
                    Json.annotation(pod, ContainerBehaviour.PROFILE).orElse(""),
                    cluster.now());
            if (!Json.at(container, "resources", "claims").isEmpty()) {
                DeviceClaims.accelerators(cluster, pod)
                        .forEach(gpu -> node.devices().take(gpu, holder));
            }
            PodRequests.parse(Json.at(container, "resources", "limits")).forEach((resource, count) -> {
                if (node.devices().has(resource)) {
                    List<PluginDevice> taken = node.devices().take(resource, count, holder);
                    devices.merge(name, taken, (some, more) -> {
                        List<PluginDevice> all = new ArrayList<>(some);
                        all.addAll(more);
                        return all;
                    });
                }
            });
        }
    }

    private void running(boolean known) {
        ContainerBehaviour decided = behaviour.orElseThrow();
        boolean ready = decided.ready().isZero();
        String address = node.nextPodAddress();
        runningSince = cluster.now();
        write(status -> status.running(address, ready, restarts, devices)).ifPresent(pod -> tellStarted(pod, known));
        if (!ready) {
            later(decided.ready(), () -> {
                write(status -> status.ready(true));
                untilEnd(decided, decided.ready());
            });
        } else {
            untilEnd(decided, Duration.ZERO);
        }
    }

    private void untilEnd(ContainerBehaviour decided, Duration passed) {
        decided.end().ifPresent(end -> {
            Duration left = end.minus(passed);
            later(left.isNegative() ? Duration.ZERO : left, this::end);
        });
    }

    private void tellStarted(ObjectNode pod, boolean known) {
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            String name = Json.text(container, "name");
            String image = Json.text(container, "image");
            String pulled = known
                    ? "Container image \"" + image + "\" already present on machine"
                    : "Successfully pulled image \"" + image + "\"";
            cluster.events().normal(pod, KUBELET, "Pulled", pulled);
            cluster.events().normal(pod, KUBELET, "Created", "Created container: " + name);
            cluster.events().normal(pod, KUBELET, "Started", "Started container " + name);
        }
    }

    private void end() {
        ContainerBehaviour decided = behaviour.orElseThrow();
        end(decided.exitCode(), decided.reason());
    }

    private void end(int code, String reason) {
        boolean again = restartPolicy.equals("Always") || restartPolicy.equals("OnFailure") && code != 0;
        if (again) {
            restart(code, reason);
        } else {
            finish(code, reason);
        }
    }

    private void restart(int code, String reason) {
        if (!runningSince.isAfter(cluster.now().minus(RECOVERED))) {
            crashes = 0;
        }
        long delay = Math.min(LONGEST_BACKOFF_SECONDS, 10L << Math.min(crashes, 5));
        crashes++;
        restarts++;
        write(status -> status.backOff(code, reason, restarts, delay)).ifPresent(pod -> cluster.events()
                .warning(
                        pod,
                        KUBELET,
                        "BackOff",
                        "Back-off restarting failed container in pod " + view.name() + "_" + view.namespace() + "("
                                + view.uid() + ")"));
        later(Duration.ofSeconds(delay), () -> running(true));
    }

    /** Ends for good and gives everything back. */
    private void finish(int code, String reason) {
        over = true;
        giveBack();
        write(status -> status.ended(code == 0 ? "Succeeded" : "Failed", code, reason));
    }

    /** Ends the containers at once because something broke under them. */
    void crash(int code, String reason) {
        if (!over && !stopping) {
            next.ifPresent(Timeline.Due::cancel);
            boolean again = !restartPolicy.equals("Never");
            if (again) {
                restart(code, reason);
            } else {
                finish(code, reason);
            }
        }
    }

    /** The pod is being deleted: its containers are told to stop, and when they have, the object goes. */
    void stop(ObjectNode pod) {
        if (stopping) {
            return;
        }
        stopping = true;
        next.ifPresent(Timeline.Due::cancel);
        Json.at(pod, "spec", "containers").forEach(container -> {
            if (!over) {
                String words = "Stopping container " + Json.text(container, "name");
                cluster.events().normal(pod, KUBELET, "Killing", words);
            }
        });
        Duration grace = Duration.ofSeconds(
                Json.at(pod, "metadata", "deletionGracePeriodSeconds").asLong(0));
        Duration takes = behaviour.map(ContainerBehaviour::stop).orElse(Duration.ZERO);
        boolean killed = takes.compareTo(grace) > 0;
        cluster.loop().after(killed ? grace : takes, () -> node.run(() -> stopped(killed)));
    }

    private void stopped(boolean killed) {
        giveBack();
        if (!over && behaviour.isPresent()) {
            write(status -> status.ended("Failed", killed ? 137 : 143, "Error"));
        }
        over = true;
        try {
            cluster.store()
                    .delete(
                            ResourceTypes.POD,
                            view.namespace(),
                            view.name(),
                            DeleteOptions.now().withUid(view.uid()));
        } catch (ApiException another) {
            // A new pod has taken the name: this one is gone already.
        }
    }

    /** The object is gone. */
    void forget() {
        over = true;
        stopping = true;
        next.ifPresent(Timeline.Due::cancel);
        giveBack();
    }

    private void giveBack() {
        node.admitted().remove(view);
        node.devices().release(view.uid(), cluster.now());
    }

    private void later(Duration delay, Runnable action) {
        next = Optional.of(cluster.loop()
                .after(
                        delay,
                        () -> node.run(() -> {
                            if (!over && !stopping) {
                                action.run();
                            }
                        })));
    }

    private Optional<ObjectNode> pod() {
        return cluster.get(ResourceTypes.POD, view.key())
                .filter(pod -> Json.uid(pod).equals(view.uid()));
    }

    private Optional<ObjectNode> write(Consumer<PodStatusWriter> change) {
        return pod().isEmpty()
                ? Optional.empty()
                : cluster.modify(
                        ResourceTypes.POD,
                        view.key(),
                        object -> change.accept(new PodStatusWriter(object, cluster.timestamp())));
    }
}
