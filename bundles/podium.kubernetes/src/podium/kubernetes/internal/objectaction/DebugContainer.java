// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.object.ObjectAction;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * A debug container put into a pod that runs, with what {@code kubectl debug --profile=general} gives it (kubectl pkg/cmd/debug,
 * debug.go generateDebugContainer, profiles.go): it may trace processes, and sees those of its target. An API server takes it through
 * pods/ephemeralcontainers alone, and lets nobody take it out again (Kubernetes docs, "Ephemeral Containers").
 */
final class DebugContainer {
    private static final String LIST = "/spec/ephemeralContainers";

    /** Without spaces and what a shell would make something of (distribution/reference, in short). */
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][\\w./:@-]{0,254}");

    private DebugContainer() {}

    static Plan plan(ObjectTarget target, ObjectAction.Debug act) throws Refusal {
        JsonNode pod = target.object();
        if (!target.ref().isPod()) {
            throw new Refusal(
                    Texts.of("DebugContainer.onlyPodsTakeDebug"), Texts.of("DebugContainer.selectOneOfItsPods"));
        }
        checkImage(act.image());
        if (ObjectReads.isMirror(pod)) {
            throw new Refusal(
                    Texts.of("DebugContainer.isStaticTheApi", target.name()),
                    Texts.of("DebugContainer.openAShellOnItsNode"));
        }
        if (Json.hasEnded(pod) || !target.text("/metadata/deletionTimestamp").isEmpty()) {
            throw new Refusal(
                    Texts.of("DebugContainer.isNoLongerRunning", target.name()),
                    Texts.of("DebugContainer.readItsLogsInstead"));
        }
        if (!act.target().isEmpty() && !names(pod.at("/spec/containers")).contains(act.target())) {
            throw new Refusal(
                    Texts.of("DebugContainer.hasNoContainer", target.name(), act.target()),
                    Texts.of("DebugContainer.chooseAnother"));
        }
        String words = Texts.of("DebugContainer.addDebugContainerTo", act.name(), act.image(), target.name());
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                target.ref(),
                "ephemeralcontainers",
                Trees.write(patch(pod.at(LIST), container(act))),
                Optional.of(target.uid()),
                Optional.empty(),
                words);
        return new Plan(
                target.cluster(),
                "debug",
                words,
                List.of(new Step.Write(write, Optional.empty())),
                effects(act),
                List.of(Texts.of("DebugContainer.aDebugContainerCannot")),
                List.of(),
                List.of());
    }

    static void checkImage(String image) throws Refusal {
        if (!IMAGE.matcher(image).matches()) {
            throw new Refusal(
                    Texts.of("DebugContainer.isNotAValid", image), Texts.of("DebugContainer.writeOneAsRegistry"));
        }
    }

    private static List<String> names(JsonNode containers) {
        return StreamSupport.stream(containers.spliterator(), false)
                .map(it -> it.path("name").asText())
                .toList();
    }

    /** Behind those that are there, of which the last is looked at: whoever adds one meanwhile loses nothing. */
    private static ArrayNode patch(JsonNode there, ObjectNode container) {
        ArrayNode patch = Trees.array();
        if (there.isEmpty()) {
            patch.addObject().put("op", "test").put("path", LIST).putNull("value");
            patch.addObject()
                    .put("op", "add")
                    .put("path", LIST)
                    .putArray("value")
                    .add(container);
        } else {
            int last = there.size() - 1;
            patch.addObject()
                    .put("op", "test")
                    .put("path", LIST + "/" + last + "/name")
                    .put("value", there.path(last).path("name").asText());
            patch.addObject()
                    .put("op", "add")
                    .put("path", LIST + "/" + there.size())
                    .set("value", container);
        }
        return patch;
    }

    private static ObjectNode container(ObjectAction.Debug act) {
        ObjectNode container = Trees.object();
        container.put("name", act.name()).put("image", act.image());
        container.put("stdin", true).put("tty", true).put("terminationMessagePolicy", "File");
        container.withObject("/securityContext/capabilities").putArray("add").add("SYS_PTRACE");
        if (!act.target().isEmpty()) {
            container.put("targetContainerName", act.target());
        }
        return container;
    }

    private static List<String> effects(ObjectAction.Debug act) {
        List<String> effects = new ArrayList<>();
        effects.add(Texts.of("DebugContainer.theOtherContainersOfThePod"));
        effects.add(
                act.target().isEmpty()
                        ? Texts.of("DebugContainer.mayTrace")
                        : Texts.of("DebugContainer.mayTraceAndSeesThoseOf", act.target()));
        effects.add(Texts.of("DebugContainer.aShellIsAttached"));
        return effects;
    }
}
