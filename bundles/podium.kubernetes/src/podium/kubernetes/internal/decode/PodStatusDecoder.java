// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import podium.kubernetes.internal.json.JsonInput;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceIds;

/** A pod's status while it is read, and the word for it. Reused from pod to pod. */
final class PodStatusDecoder {
    /** What the kubelet says of the pod in a message of that pod: its name, its namespace and its uid. */
    private static final Pattern POD = Pattern.compile(" pod=[^\\s_]+_[^\\s(]+\\([^)\\s]*\\)");

    private static final List<String> ORDINARY = List.of("ContainerCreating", "PodInitializing", "Completed");

    String started = "";
    boolean ready;
    int restarts;
    private boolean runs;
    private String phase = "";
    private String reason = "";
    private String message = "";
    private String unscheduledReason = "";
    private String unscheduledMessage = "";
    private String containerReason = "";
    private String containerMessage = "";
    private final List<String> deviceIds = new ArrayList<>();
    /** What its containers have, and what the pod as a whole has. */
    final ResizeStatus resize = new ResizeStatus();
    /** Those of its main containers. */
    final ContainerRuns runsOf = new ContainerRuns();

    /** Phase, and why in one word and in the cluster's words; empty when there is nothing to say. */
    record Word(TaskPhase phase, String reason, String message) {}

    void clear() {
        started = "";
        ready = false;
        restarts = 0;
        runs = false;
        phase = "";
        reason = "";
        message = "";
        unscheduledReason = "";
        unscheduledMessage = "";
        containerReason = "";
        containerMessage = "";
        deviceIds.clear();
        resize.clear();
        runsOf.clear();
    }

    void read(JsonInput in) throws IOException {
        if (!in.object()) {
            return;
        }
        for (String field = in.name(); field != null; field = in.name()) {
            switch (field) {
                case "phase" -> phase = in.text();
                case "reason" -> reason = in.text();
                case "message" -> message = in.text();
                case "startTime" -> started = in.text();
                case "conditions" -> conditions(in);
                case "resources", "allocatedResources" -> resize.pod(field, in);
                case "containerStatuses" -> containers(in, true);
                case "initContainerStatuses" -> containers(in, false);
                default -> in.skip();
            }
        }
    }

    DeviceIds devices() {
        return deviceIds.isEmpty() ? DeviceIds.none() : new DeviceIds(deviceIds);
    }

    Word word(boolean deleting, boolean bound, List<String> gates) {
        boolean ended = "Succeeded".equals(phase) || "Failed".equals(phase);
        if (deleting && !ended) {
            return said(TaskPhase.TERMINATING, reason, message);
        }
        return switch (phase) {
            case "Succeeded" -> said(TaskPhase.SUCCEEDED, reason, message);
            case "Failed" ->
                reason.isEmpty()
                        ? said(TaskPhase.FAILED, containerReason, containerMessage)
                        : said(TaskPhase.FAILED, reason, message);
            case "Running" -> running();
            case "Pending", "" -> waiting(bound, gates);
            default -> said(TaskPhase.UNKNOWN, reason, message);
        };
    }

    /**
     * The phase stays Running while the containers are started again and again; kubectl prints the reason in its place
     * (printPod of k8s.io/kubernetes/pkg/printers/internalversion). It runs when one of its containers does.
     */
    private Word running() {
        boolean stuck = !runs && !containerReason.isEmpty();
        return said(stuck ? TaskPhase.STARTING : TaskPhase.RUNNING, containerReason, containerMessage);
    }

    private Word waiting(boolean bound, List<String> gates) {
        if (bound) {
            return said(TaskPhase.STARTING, containerReason, containerMessage);
        }
        if (!gates.isEmpty()) {
            return said(TaskPhase.GATED, "SchedulingGated", unscheduledMessage);
        }
        return said(TaskPhase.PENDING, unscheduledReason, unscheduledMessage);
    }

    private static Word said(TaskPhase phase, String reason, String message) {
        return new Word(phase, reason, message);
    }

    private void conditions(JsonInput in) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            if (!in.object()) {
                continue;
            }
            String type = "";
            String state = "";
            String why = "";
            String words = "";
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "type" -> type = in.text();
                    case "status" -> state = in.text();
                    case "reason" -> why = in.text();
                    case "message" -> words = in.text();
                    default -> in.skip();
                }
            }
            resize.condition(type, state, why);
            if ("Ready".equals(type)) {
                ready = "True".equals(state);
            } else if ("PodScheduled".equals(type) && !"True".equals(state)) {
                unscheduledReason = why;
                unscheduledMessage = words;
            }
        }
    }

    private void containers(JsonInput in, boolean main) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            if (!in.object()) {
                continue;
            }
            resize.container();
            runsOf.begin();
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "name", "resources", "allocatedResources" -> resize.part(field, in);
                    case "restartCount" -> restarted((int) Math.clamp(in.whole(0), 0, 1_000_000));
                    case "lastState" -> runsOf.last(in);
                    case "state" -> state(in, main);
                    case "allocatedResourcesStatus" -> devices(in);
                    default -> in.skip();
                }
            }
            if (main) {
                runsOf.end();
            }
        }
    }

    private void restarted(int times) {
        restarts += times;
        runsOf.restarted(times);
    }

    private void state(JsonInput in, boolean main) throws IOException {
        if (!in.object()) {
            return;
        }
        for (String state = in.name(); state != null; state = in.name()) {
            if ("running".equals(state) || !in.object()) {
                if ("running".equals(state)) {
                    runs |= main;
                    runsOf.running(in);
                }
                continue;
            }
            String why = "";
            String words = "";
            long code = 0;
            String ended = "";
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "exitCode" -> code = in.whole(0);
                    case "finishedAt" -> ended = in.text();
                    case "reason" -> why = in.text();
                    case "message" -> words = in.text();
                    default -> in.skip();
                }
            }
            runsOf.ended(code, ended);
            if (!why.isEmpty() && !ORDINARY.contains(why) && containerReason.isEmpty()) {
                containerReason = why;
                containerMessage = POD.matcher(words).replaceFirst("");
            }
        }
    }

    /** KEP-4680: the devices the kubelet gave to a container. */
    private void devices(JsonInput in) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            if (!in.object()) {
                continue;
            }
            for (String field = in.name(); field != null; field = in.name()) {
                if (!"resources".equals(field) || !in.array()) {
                    if (!"resources".equals(field)) {
                        in.skip();
                    }
                    continue;
                }
                while (in.element()) {
                    deviceId(in);
                }
            }
        }
    }

    private void deviceId(JsonInput in) throws IOException {
        if (!in.object()) {
            return;
        }
        for (String field = in.name(); field != null; field = in.name()) {
            if ("resourceID".equals(field)) {
                String id = in.unique();
                if (!id.isEmpty()) {
                    deviceIds.add(id);
                }
            } else {
                in.skip();
            }
        }
    }
}
