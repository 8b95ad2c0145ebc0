// SPDX-License-Identifier: Apache-2.0
package podium.operation.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.operation.Operation;
import podium.operation.plan.Step;

/**
 * A debug container that an operation added to a pod.
 *
 * @param uid of the pod
 */
public record AddedDebugContainer(ObjectRef pod, String uid, String name) {
    private static final String KIND = "debug";
    private static final String PLACE = "ephemeralcontainers";
    /** How many of the latest operations are looked at: each costs a request. */
    private static final int MOST = 20;

    /**
     * Those of some operations that still run, the latest first. Blocks.
     *
     * @throws IOException when the server does not answer or refuses
     */
    public static List<AddedDebugContainer> running(List<Operation> operations, PodLogReader reader)
            throws IOException {
        List<AddedDebugContainer> running = new ArrayList<>();
        for (AddedDebugContainer one : added(operations)) {
            Optional<PodContainers> pod =
                    reader.containers(one.pod().namespace(), one.pod().name());
            if (pod.filter(one::runsIn).isPresent()) {
                running.add(one);
            }
        }
        return running;
    }

    /** Those that some operations added, the latest first, whether they run or not. */
    public static List<AddedDebugContainer> added(List<Operation> operations) {
        return operations.stream()
                .filter(operation ->
                        operation.plan().kind().equals(KIND) && operation.past().isEmpty())
                .flatMap(operation -> operation.plan().steps().stream())
                .flatMap(AddedDebugContainer::of)
                .limit(MOST)
                .toList();
    }

    private boolean runsIn(PodContainers found) {
        return found.uid().equals(uid)
                && found.find(name)
                        .filter(it -> it.running() && it.role() == Role.EPHEMERAL)
                        .isPresent();
    }

    private static Stream<AddedDebugContainer> of(Step step) {
        return step instanceof Step.Write(ApiWrite write, var _, var _, var _, var _, var _)
                        && write.subresource().equals(PLACE)
                ? names(write.body())
                        .map(name -> new AddedDebugContainer(
                                write.target(), write.uid().orElse(""), name))
                : Stream.empty();
    }

    /** The patch adds one, or a list of one. */
    private static Stream<String> names(String patch) {
        JsonNode operations = Json.read(patch);
        JsonNode value = operations.path(operations.size() - 1).path("value");
        String name = (value.isArray() ? value.path(0) : value).path("name").asText();
        return name.isEmpty() ? Stream.empty() : Stream.of(name);
    }
}
