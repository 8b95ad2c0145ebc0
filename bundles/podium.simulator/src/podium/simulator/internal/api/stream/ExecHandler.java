// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.log.ContainerChoice;
import podium.simulator.internal.api.log.ContainerRun;
import podium.simulator.internal.api.log.LogHandler;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/**
 * Answers {@code /exec} and {@code /attach} of a pod over a WebSocket, as kubectl asks since 1.31 (KEP-4006). Its refusals are those
 * of an API server and a kubelet (pkg/registry/core/pod/strategy.go: streamLocation; pkg/kubelet/kubelet_pods.go: GetExec).
 */
public final class ExecHandler {
    private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");

    private final Clock clock;
    private final LogHandler logs;
    private final ContainerTools tools;

    public ExecHandler(Clock clock, LogHandler logs, ContainerTools tools) {
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
        StreamedProgram program = attach
                ? new StreamedProgram.Attached(logs, run, pods)
                : new StreamedProgram.Command(new ContainerShell(pod, container, tools, clock), command);
        boolean terminal = request.query().flag("tty");
        return ChannelSocket.accept(
                        request, PROTOCOLS, (in, out) -> new ExecConversation(in, out, program, terminal).run())
                .orElseThrow(() -> ApiException.badRequest("Upgrade request required"));
    }
}
