// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.api.schema.BuiltInSchemas;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceType;

/**
 * As much OpenAPI as clients look for before they write, which kinds can be patched, and that the server validates fields and tries
 * writes itself; and as {@code kubectl explain} shows: the fields of each kind, of custom ones as their definition has them.
 */
public final class OpenApi {

    private static final List<String> WRITE_PARAMETERS =
            List.of("dryRun", "fieldManager", "fieldValidation", "force", "pretty");

    private final ApiCatalog catalog;

    /** Describes what a catalog holds. */
    public OpenApi(ApiCatalog catalog) {
        this.catalog = catalog;
    }

    /** {@code /openapi/v3}: the documents there are. */
    public ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        documents().keySet().forEach(path -> paths.putObject(path).put("serverRelativeURL", "/openapi/v3/" + path));
        return index;
    }

    /** The document of one version, such as {@code apis/apps/v1}. */
    public Optional<ObjectNode> document(String path) {
        return Optional.ofNullable(documents().get(path)).map(servings -> {
            ObjectNode document = Json.object("openapi", "3.0.0");
            document.set("info", Json.object("title", "Kubernetes", "version", "unversioned"));
            ObjectNode paths = document.putObject("paths");
            ObjectNode schemas = document.putObject("components").putObject("schemas");
            for (ServedType serving : servings) {
                describe(serving, "/" + path, paths, schemas);
            }
            return document;
        });
    }

    /** {@code /openapi/v2}: an empty description, for clients that only ask whether there is one. */
    public ObjectNode version2() {
        ObjectNode document = Json.object("swagger", "2.0");
        document.set("info", Json.object("title", "Kubernetes", "version", "unversioned"));
        document.putObject("paths");
        document.putObject("definitions");
        return document;
    }

    private Map<String, List<ServedType>> documents() {
        Map<String, List<ServedType>> documents = new LinkedHashMap<>();
        for (ServedType serving : catalog.all()) {
            ResourceType type = serving.type();
            String path = (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion();
            documents.computeIfAbsent(path, key -> new ArrayList<>()).add(serving);
        }
        return documents;
    }

    private static void describe(ServedType serving, String root, ObjectNode paths, ObjectNode schemas) {
        ResourceType type = serving.type();
        String where = root + (type.namespaced() ? "/namespaces/{namespace}/" : "/") + type.plural() + "/{name}";
        ObjectNode patch = paths.putObject(where).putObject("patch");
        patch.put("operationId", "patch" + type.kind()).put("x-kubernetes-action", "patch");
        patch.set("x-kubernetes-group-version-kind", kind(type));
        ArrayNode parameters = patch.putArray("parameters");
        WRITE_PARAMETERS.forEach(name -> {
            ObjectNode parameter = parameters.addObject().put("name", name).put("in", "query");
            parameter.putObject("schema").put("type", name.equals("force") ? "boolean" : "string");
        });
        patch.putObject("responses").putObject("200").put("description", "OK");
        ObjectNode schema = schema(serving, schemas);
        schema.putArray("x-kubernetes-group-version-kind").add(kind(type));
        schemas.set(
                (type.group().isEmpty() ? "core" : type.group()) + "." + type.version() + "." + type.kind(), schema);
    }

    /** A definition says nothing of what every object has; a real server puts it there (apiextensions controller/openapi/builder). */
    private static ObjectNode schema(ServedType serving, ObjectNode schemas) {
        Optional<ObjectNode> own = BuiltInSchemas.of(serving.type(), schemas);
        if (own.isPresent()) {
            return own.get();
        }
        ObjectNode schema = Json.object().put("type", "object");
        if (serving.schema() instanceof ObjectNode declared) {
            schema.setAll(declared.deepCopy());
        }
        ObjectNode properties = Json.with(schema, "properties");
        properties.set("apiVersion", Json.object("type", "string"));
        properties.set("kind", Json.object("type", "string"));
        properties.set("metadata", BuiltInSchemas.reference(BuiltInSchemas.METADATA, schemas));
        return schema;
    }

    private static ObjectNode kind(ResourceType type) {
        return Json.object("group", type.group(), "version", type.version(), "kind", type.kind());
    }
}
