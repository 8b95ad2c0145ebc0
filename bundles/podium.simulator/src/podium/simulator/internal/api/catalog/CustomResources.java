// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import podium.simulator.internal.api.schema.SchemaExpressions;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** Serves what CustomResourceDefinitions declare, from the moment they are stored until they are gone. */
public final class CustomResources implements AutoCloseable {

    private final ObjectStore store;
    private final ApiCatalog catalog;
    private final Clock clock;
    private final SchemaExpressions expressions = new SchemaExpressions();
    private final AutoCloseable subscription;

    /** Begins with the definitions that are there and follows all changes. */
    public CustomResources(ObjectStore store, ApiCatalog catalog, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.subscription = store.watch(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, this::changed);
        store.list(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, "").forEach(this::serve);
    }

    private void changed(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            ResourceType type = type(event.object(), stored(event.object()));
            catalog.remove(type);
            store.unregister(type);
        } else {
            serve(event.object());
        }
    }

    private void serve(ObjectNode definition) {
        JsonNode version = stored(definition);
        ResourceType type = type(definition, version);
        store.register(type);
        catalog.put(ServedTypes.custom(type, version, expressions));
        if (!definition.path("status").has("acceptedNames")) {
            store.modify(
                    ResourceTypes.CUSTOM_RESOURCE_DEFINITION,
                    "",
                    ObjectMeta.name(definition),
                    fresh -> accept(fresh, version));
        }
    }

    private void accept(ObjectNode definition, JsonNode version) {
        String now = ObjectMeta.time(clock.instant());
        ObjectNode status = Json.with(definition, "status");
        status.set("acceptedNames", definition.path("spec").path("names"));
        status.putArray("storedVersions").add(version.path("name").asText(""));
        ArrayNode conditions = status.putArray("conditions");
        conditions.add(Json.object(
                "type", "NamesAccepted",
                "status", "True",
                "lastTransitionTime", now,
                "reason", "NoConflicts",
                "message", "no conflicts found"));
        conditions.add(Json.object(
                "type", "Established",
                "status", "True",
                "lastTransitionTime", now,
                "reason", "InitialNamesAccepted",
                "message", "the initial names have been accepted"));
    }

    private static JsonNode stored(ObjectNode definition) {
        JsonNode versions = definition.path("spec").path("versions");
        for (JsonNode version : versions) {
            if (version.path("storage").asBoolean(false)) {
                return version;
            }
        }
        return versions.path(0);
    }

    private static ResourceType type(ObjectNode definition, JsonNode version) {
        JsonNode spec = definition.path("spec");
        JsonNode names = spec.path("names");
        String plural = names.path("plural").asText("");
        String kind = names.path("kind").asText("");
        return new ResourceType(
                spec.path("group").asText(""),
                version.path("name").asText(""),
                plural,
                names.path("singular").asText(kind.toLowerCase(Locale.ROOT)),
                kind,
                spec.path("scope").asText("Namespaced").equals("Namespaced"),
                texts(names.path("shortNames")),
                texts(names.path("categories")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText("")));
        return texts;
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop following definitions", e);
        }
    }
}
