// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;

/** What was read for one plan, so that its diff is that of its writes against the very objects it was made from. One thread. */
public final class PlanReads implements ObjectReader {
    private final ObjectReader server;
    private final Map<String, JsonNode> objects = new HashMap<>();

    public PlanReads(ObjectReader server) {
        this.server = server;
    }

    @Override
    public Optional<String> read(ObjectRef ref) throws IOException {
        Optional<String> text = server.read(ref);
        if (text.isPresent()) {
            objects.put(ref.path(), Trees.read(text.get()));
        }
        return text;
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        List<String> texts = server.list(collection, labelSelector, fieldSelector);
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
                plan.steps(),
                plan.effects(),
                plan.irreversible(),
                new NetChanges(this).of(plan.steps()),
                plan.undo())));
    }

    /** The object as it was read; empty: it does not exist. */
    public Optional<JsonNode> known(ObjectRef ref) throws IOException {
        if (!objects.containsKey(ref.path())) {
            read(ref);
        }
        return Optional.ofNullable(objects.get(ref.path()));
    }
}
