// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.log.ContainerChoice;
import podium.simulator.internal.api.log.ContainerRun;
import podium.simulator.internal.api.log.LogHandler;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ContainerEnd;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Answers {@code /exec} and {@code /attach} of a pod over a WebSocket, as kubectl asks since 1.31 (KEP-4006), or over SPDY, as it asked
 * before. Its refusals are those of an API server and a kubelet (pkg/registry/core/pod/strategy.go: streamLocation;
 * pkg/kubelet/kubelet_pods.go: GetExec).
 */
public final class ExecHandler {
    private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");

    private static final int MOST_WRITTEN = 16;

    private final Clock clock;
    private final ObjectStore store;
    private final LogHandler logs;
    private final ContainerTools tools;
    private final Map<String, ContainerFiles> written = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param clock the time that the fleet has
     * @param store where the end of a debug container is told
     */
    public ExecHandler(Clock clock, ObjectStore store, LogHandler logs, ContainerTools tools) {
        this.store = store;
        this.clock = clock;
        this.logs = logs;
        this.tools = tools;
    }

    /** The answer for one pod; {@code pods} tells of what becomes of it while it is attached to. */
    public HttpResponse answer(ObjectNode pod, HttpRequest request, boolean attach, WatchCache pods) {
        JsonNode container = ContainerChoice.of(pod, request.query().text("container"));
        String name = Json.text(container, "name");
        if (Json.text(pod, "spec", "nodeName").isEmpty()) {
            throw ApiException.badRequest("pod " + Json.name(pod) + " does not have a host assigned");
        }
        List<String> command = request.query().values().getOrDefault("command", List.of());
        if (!attach && command.isEmpty()) {
            throw ApiException.of(422, "Invalid", "PodExecOptions \"\" is invalid: command: Required value");
        }
        ContainerRun run = ContainerRun.running(pod, container)
                .orElseThrow(() -> ApiException.of(
                        500, "InternalError", "unable to upgrade connection: container not found (\"" + name + "\")"));
        ContainerShell shell = new ContainerShell(pod, container, tools, files(pod, name), clock);
        StreamedProgram program = !attach
                ? new StreamedProgram.Command(shell, command)
                : container.path("stdin").asBoolean() && (debugs(pod, name) || isTypedInto(pod, container, shell))
                        ? new StreamedProgram.Debugger(shell, main(container), code -> ended(pod, name, code))
                        : new StreamedProgram.Attached(logs, run, pods);
        boolean terminal = request.query().flag("tty");
        return ChannelSocket.accept(
                        request,
                        PROTOCOLS,
                        (in, out) -> run(
                                pod,
                                new ExecConversation(
                                        new SocketChannels(new ChannelSocket(in, out)), program, terminal)))
                .or(() -> SpdyChannels.accept(
                        request, channels -> run(pod, new ExecConversation(channels, program, terminal))))
                .orElseThrow(() -> ApiException.badRequest("Upgrade request required"));
    }

    /** Until its client goes or its pod does: a kubelet ends with a container all that runs in it. */
    private void run(ObjectNode pod, ExecConversation conversation) throws IOException {
        try (PodLife life = new PodLife(store, pod)) {
            life.then(conversation::kill);
            conversation.run();
        }
    }

    private static boolean debugs(ObjectNode pod, String name) {
        return Json.objects(Json.at(pod, "spec", "ephemeralContainers")).stream()
                .anyMatch(container -> Json.text(container, "name").equals(name));
    }

    /** A container that ends with what is typed into it: not the work of a controller, which nobody types to its end. */
    private static boolean isTypedInto(ObjectNode pod, JsonNode container, ContainerShell shell) {
        boolean own = Json.at(container, "command").isEmpty()
                && Json.at(container, "args").isEmpty();
        boolean shown =
                own ? container.path("tty").asBoolean() : Json.controller(pod).isEmpty();
        return container.path("stdinOnce").asBoolean()
                || shown && shell.knows(main(container).getFirst());
    }

    /** What it runs; the images that people debug with start a shell. */
    private static List<String> main(JsonNode container) {
        List<String> command = Json.list(Json.at(container, "command"));
        List<String> arguments = Json.list(Json.at(container, "args"));
        return !command.isEmpty() ? command : !arguments.isEmpty() ? arguments : List.of("sh");
    }

    private void ended(ObjectNode pod, String name, int code) {
        store.modify(ResourceTypes.POD, Json.namespace(pod), Json.name(pod), object -> {
            String reason = code == 0 ? "Completed" : "Error";
            for (String list : List.of("ephemeralContainerStatuses", "containerStatuses")) {
                for (ObjectNode entry : Json.objects(Json.at(object, "status", list))) {
                    if (Json.text(entry, "name").equals(name)) {
                        ContainerEnd.of(entry, code, reason, ObjectMeta.time(clock.instant()));
                    }
                }
            }
            String policy = Json.text(object, "spec", "restartPolicy");
            boolean again = policy.equals("Always") || policy.equals("OnFailure") && code != 0;
            if (!again && !debugs(object, name) && object.path("status") instanceof ObjectNode status) {
                status.put("phase", code == 0 ? "Succeeded" : "Failed");
            }
        });
    }

    /** What was written into a container is there as long as it is one of those that were used last. */
    private ContainerFiles files(ObjectNode pod, String container) {
        synchronized (written) {
            ContainerFiles files = written.computeIfAbsent(
                    Json.uid(pod) + "/" + container, used -> new ContainerFiles(Json.name(pod)));
            if (written.size() > MOST_WRITTEN) {
                written.remove(written.keySet().iterator().next());
            }
            return files;
        }
    }
}
