// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;
import podium.operation.plan.Step;

/** What was read for one plan, so that its diff is that of its writes against the very objects it was made from. One thread. */
public final class PlanReads implements ObjectReader {
    private final ObjectReader server;
    private final KindCatalog kinds;
    private final Map<String, JsonNode> objects = new HashMap<>();
    private final Map<List<String>, List<String>> lists = new HashMap<>();

    public PlanReads(ObjectReader server, KindCatalog kinds) {
        this.server = server;
        this.kinds = kinds;
    }

    @Override
    public Optional<String> read(ObjectRef ref) throws IOException {
        Optional<String> text = server.read(ref);
        if (text.isPresent()) {
            objects.put(ref.path(), Trees.read(text.get()));
        }
        return text;
    }

    /** The same list each time: what is said of it and what is agreed to is of the same pods. */
    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        List<String> key = List.of(collection.path(), labelSelector, fieldSelector);
        List<String> known = lists.get(key);
        if (known != null) {
            return known;
        }
        List<String> texts = server.list(collection, labelSelector, fieldSelector);
        lists.put(key, texts);
        for (String text : texts) {
            JsonNode object = Trees.read(text);
            objects.put(collection.named(Trees.text(object, "/metadata/name")).path(), object);
        }
        return texts;
    }

    @Override
    public boolean serves(ObjectRef collection) throws IOException {
        return server.serves(collection);
    }

    @Override
    public Optional<List<ObjectRef>> served(String namespace) throws IOException {
        return server.served(namespace);
    }

    @Override
    public List<String> names(ObjectRef collection) throws IOException {
        return server.names(collection);
    }

    @Override
    public Instant serverTime(Instant here) {
        return server.serverTime(here);
    }

    /** An object as it will be when the first of the writes comes to it. */
    public void suppose(ObjectRef ref, JsonNode object) {
        objects.put(ref.path(), object.deepCopy());
    }

    /** A plan that was made from what was read, with all that its writes change, none of which lacks a precondition. */
    public Result compiled(Plan plan) throws IOException {
        try {
            return changed(plan);
        } catch (PatchMisfit misfit) {
            return new Result.Refused(
                    Texts.of("PlanReads.doesNotFitWhatIsThere", plan.title(), misfit.getMessage()),
                    Texts.of("PlanReads.somebodyChangedItJust"));
        }
    }

    private Result changed(Plan plan) throws IOException {
        return new Result.Compiled(Preconditions.checked(new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                ending(plan.steps()),
                plan.effects(),
                plan.irreversible(),
                new NetChanges(this).of(plan.steps()),
                plan.undo())));
    }

    private List<Step> ending(List<Step> steps) throws IOException {
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Write write -> all.add(ending(write));
                case Step.Barrier(List<Step.Write> writes, String words) -> {
                    List<Step.Write> parts = new ArrayList<>();
                    for (Step.Write write : writes) {
                        parts.add(ending(write));
                    }
                    all.add(new Step.Barrier(parts, words));
                }
                case Step.Await _, Step.EvictAll _ -> all.add(step);
            }
        }
        return all;
    }

    /** What runs by now is what the plan says that it ends; a pod that begins to run later is not. */
    private Step.Write ending(Step.Write step) throws IOException {
        ObjectRef target = step.write().target();
        boolean mayEnd = step.write().verb() == ApiWrite.Verb.DELETE
                || step.write().verb().isPatch() && !target.isPod();
        Optional<JsonNode> object = mayEnd ? known(target) : Optional.empty();
        if (object.isEmpty() || target.resource().equals("nodes")) {
            return step;
        }
        ObjectRef owner = kinds.runs(target, object.get());
        String selector = known(owner).map(of -> kinds.podSelector(owner, of)).orElse("");
        List<JsonNode> pods = target.isPod()
                ? List.of(object.get())
                : selector.isEmpty() ? List.of() : new ObjectReads(this).pods(owner.namespace(), selector);
        return step.ending(
                pods.stream().filter(PlanReads::isActive).map(ObjectReads::uid).collect(Collectors.toSet()));
    }

    private static boolean isActive(JsonNode pod) {
        return !Json.hasEnded(pod)
                && !Json.terminating(pod)
                && !Trees.text(pod, "/spec/nodeName").isEmpty();
    }

    /** The object as it was read; empty: it does not exist. */
    public Optional<JsonNode> known(ObjectRef ref) throws IOException {
        if (!objects.containsKey(ref.path())) {
            read(ref);
        }
        return Optional.ofNullable(objects.get(ref.path()));
    }
}
