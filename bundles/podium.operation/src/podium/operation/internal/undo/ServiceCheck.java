// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.file.Workspace;
import podium.core.job.PurposeRules;
import podium.core.json.Json;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.value.Labels;
import podium.operation.plan.KindCatalog;

/** Finds out whether an object, or what a pod belongs to, is a service: it answers requests and has no work to lose. Blocks. */
final class ServiceCheck {
    /** Owners above each other that are followed. */
    private static final int DEEPEST = 6;

    private final ObjectReader reader;
    private final KindCatalog kinds;
    private final PurposeRules purposes = PurposeRules.found(Workspace.folder());
    private final Map<String, Optional<String>> known = new HashMap<>();

    ServiceCheck(ObjectReader reader, KindCatalog kinds) {
        this.reader = reader;
        this.kinds = kinds;
    }

    /** Its name for a sentence; empty: it is none. */
    Optional<String> of(ObjectRef ref, JsonNode object) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setKind(ref.kind());
        job.setNamespace(ref.namespace());
        job.setName(ref.name());
        job.setWork(kinds.work(ref.apiVersion(), ref.kind()));
        Map<String, String> labels = new HashMap<>();
        object.at("/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        job.setLabels(Labels.of(labels));
        job.setPurpose(purposes.of(job));
        return PurposeRules.hasStateToLose(job) ? Optional.empty() : Optional.of(ref.displayName());
    }

    /** That of the topmost object that controls a pod; what cannot be read ends the chain. */
    Optional<String> of(JsonNode pod) {
        JsonNode owner = controller(pod);
        String uid = Json.text(owner, "/uid");
        Optional<String> found = known.get(uid);
        if (found == null) {
            found = uid.isEmpty() ? Optional.empty() : above(owner, Json.text(pod, "/metadata/namespace"));
            known.put(uid, found);
        }
        return found;
    }

    private Optional<String> above(JsonNode lowest, String namespace) {
        JsonNode owner = lowest;
        Optional<String> top = Optional.empty();
        for (int i = 0; i < DEEPEST && !owner.isMissingNode(); i++) {
            Optional<ObjectRef> ref = ref(owner, namespace);
            Optional<JsonNode> object = ref.flatMap(this::read);
            if (object.isEmpty()) {
                return top;
            }
            top = of(ref.get(), object.get());
            owner = controller(object.get());
        }
        return top;
    }

    private Optional<JsonNode> read(ObjectRef ref) {
        try {
            return reader.read(ref).map(Json::read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<ObjectRef> ref(JsonNode owner, String namespace) {
        return kinds.collections(namespace).stream()
                .filter(kind -> kind.kind().equals(Json.text(owner, "/kind"))
                        && kind.apiVersion().equals(Json.text(owner, "/apiVersion")))
                .map(kind -> kind.named(Json.text(owner, "/name")))
                .findFirst();
    }

    private static JsonNode controller(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner;
            }
        }
        return object.path("metadata").path("no controller");
    }
}
