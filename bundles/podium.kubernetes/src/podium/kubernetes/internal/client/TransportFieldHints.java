// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.FieldHints;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Reads the OpenAPI v3 document of the version that is asked of, and keeps each while there is memory. */
public final class TransportFieldHints implements FieldHints {
    /** A schema may refer to itself without an end. */
    private static final int DEEPEST = 16;

    private static final String ITEMS = "items";
    static final String VALUES = "additionalProperties";
    private static final String REFERENCE = "#/components/schemas/";

    private final Transport transport;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    /** @param where its address, which is another one when its content is */
    private record Document(String where, SoftReference<JsonNode> content) {}

    public TransportFieldHints(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Optional<Hint> hint(String apiVersion, String kind, List<String> path) throws IOException {
        JsonNode schemas = schemas(apiVersion, false);
        JsonNode above = MissingNode.getInstance();
        JsonNode at = schema(schemas, apiVersion, kind);
        for (String name : path) {
            above = holder(at, schemas);
            at = above.path("properties").has(name) ? above.path("properties").path(name) : above.path(VALUES);
        }
        JsonNode known = holder(above, schemas);
        return at.isObject()
                ? Optional.of(hint(at, schemas, known, path))
                : known.path("properties").isEmpty() || !known.path(VALUES).isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Hint("", Shape.ONE, false, false, "", List.of(), names(known)));
    }

    /**
     * The first field of an object that its kind does not have, asked of the server anew, which may know more fields than
     * before. Empty: all are known, or the kind is not.
     */
    public Optional<UnknownField> unknown(String apiVersion, String kind, JsonNode object) throws IOException {
        return unknown(apiVersion, kind, object, false).isEmpty()
                ? Optional.empty()
                : unknown(apiVersion, kind, object, true);
    }

    private Optional<UnknownField> unknown(String apiVersion, String kind, JsonNode object, boolean anew)
            throws IOException {
        JsonNode schemas = schemas(apiVersion, anew);
        return unknown(object, schema(schemas, apiVersion, kind), schemas, List.of());
    }

    /** The first value of an object that is of another type than its field; asked anew and empty as {@link #unknown}. */
    public Optional<FieldTypes.Misfit> misfit(String apiVersion, String kind, JsonNode object) throws IOException {
        return misfit(apiVersion, kind, object, false).isEmpty()
                ? Optional.empty()
                : misfit(apiVersion, kind, object, true);
    }

    private Optional<FieldTypes.Misfit> misfit(String apiVersion, String kind, JsonNode object, boolean anew)
            throws IOException {
        JsonNode schemas = schemas(apiVersion, anew);
        return FieldTypes.of(object, schema(schemas, apiVersion, kind), schemas, List.of());
    }

    /** A server takes away what a schema neither names nor leaves open, and only then. */
    private static Optional<UnknownField> unknown(
            JsonNode value, JsonNode schema, JsonNode schemas, List<String> path) {
        JsonNode known = resolved(schema, schemas);
        JsonNode names = known.path("properties");
        boolean closed = value.isObject()
                && !names.isEmpty()
                && !known.has(VALUES)
                && !known.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                && !known.path("x-kubernetes-embedded-resource").asBoolean();
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            Optional<UnknownField> found =
                    unknown(value.path(i), known.path(ITEMS), schemas, below(path, "[" + i + "]"));
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            List<String> at = below(path, field.getKey());
            JsonNode it = names.has(field.getKey()) ? names.path(field.getKey()) : known.path(VALUES);
            Optional<UnknownField> found = closed && it.isMissingNode()
                    ? Optional.of(new UnknownField(at, NearName.of(field.getKey(), names(known))))
                    : unknown(field.getValue(), it, schemas, at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> below(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    private static JsonNode schema(JsonNode schemas, String apiVersion, String kind) {
        String group = ObjectRef.groupOf(apiVersion);
        return StreamSupport.stream(schemas.spliterator(), false)
                .filter(schema -> isOf(schema, group, kind))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean isOf(JsonNode schema, String group, String kind) {
        for (JsonNode one : schema.path("x-kubernetes-group-version-kind")) {
            if (one.path("kind").asText().equals(kind)
                    && one.path("group").asText().equals(group)) {
                return true;
            }
        }
        return false;
    }

    private static Hint hint(JsonNode schema, JsonNode schemas, JsonNode above, List<String> path) {
        JsonNode meant = resolved(schema, schemas);
        JsonNode held = holder(schema, schemas);
        boolean required = !path.isEmpty()
                && StreamSupport.stream(above.path("required").spliterator(), false)
                        .anyMatch(name -> name.asText().equals(path.getLast()));
        String words = Trees.text(schema, "/description");
        return new Hint(
                type(meant, schemas),
                shape(meant),
                isText(meant, schemas),
                required,
                words.isEmpty() ? Trees.text(meant, "/description") : words,
                Stream.of(meant, held)
                        .map(it -> it.path("enum"))
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .map(it -> StreamSupport.stream(it.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                        .orElse(List.of()),
                names(held));
    }

    private static String type(JsonNode schema, JsonNode schemas) {
        String type = schema.path("type").asText("");
        return switch (type) {
            case "array" ->
                Texts.of("TransportFieldHints.listOf", type(resolved(schema.path(ITEMS), schemas), schemas));
            case "object" ->
                shape(schema) == Shape.MAP
                        ? Texts.of("TransportFieldHints.mapOf", type(resolved(schema.path(VALUES), schemas), schemas))
                        : type;
            case "" ->
                isIntegerOrText(schema)
                        ? Texts.of("TransportFieldHints.integerOrString")
                        : Texts.of("TransportFieldHints.anything");
            default -> type;
        };
    }

    private static Shape shape(JsonNode schema) {
        return switch (schema.path("type").asText("")) {
            case "array" -> Shape.LIST;
            case "object" -> schema.path(VALUES).isObject() ? Shape.MAP : Shape.ONE;
            default -> Shape.ONE;
        };
    }

    private static boolean isText(JsonNode schema, JsonNode schemas) {
        return switch (shape(schema)) {
            case LIST -> isText(resolved(schema.path(ITEMS), schemas), schemas);
            case MAP -> isText(resolved(schema.path(VALUES), schemas), schemas);
            case ONE -> schema.path("type").asText("").equals("string") || isIntegerOrText(schema);
        };
    }

    private static boolean isIntegerOrText(JsonNode schema) {
        return schema.path("type").isMissingNode()
                && (schema.path("x-kubernetes-int-or-string").asBoolean() || schema.has("oneOf"));
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("properties").propertyStream().map(it -> it.getKey()).toList();
    }

    /** What has the fields: of a list, what is in it. */
    private static JsonNode holder(JsonNode schema, JsonNode schemas) {
        JsonNode at = resolved(schema, schemas);
        for (int i = 0; i < DEEPEST && at.has(ITEMS); i++) {
            at = resolved(at.path(ITEMS), schemas);
        }
        return at;
    }

    /** Where a schema is that another one stands for; empty: it is one itself. */
    static String reference(JsonNode schema) {
        return schema.path("$ref")
                .asText(schema.path("allOf").path(0).path("$ref").asText(""));
    }

    static JsonNode resolved(JsonNode schema, JsonNode schemas) {
        JsonNode at = schema;
        for (int i = 0; i < DEEPEST; i++) {
            String reference = reference(at);
            if (!reference.startsWith(REFERENCE)) {
                return at;
            }
            at = schemas.path(reference.substring(REFERENCE.length()));
        }
        return at;
    }

    /** @param anew whether the server is asked if what is kept is still what it says, which its address tells */
    private JsonNode schemas(String apiVersion, boolean anew) throws IOException {
        String path = (apiVersion.contains("/") ? "apis/" : "api/") + apiVersion;
        @Nullable Document kept = documents.get(path);
        @Nullable JsonNode content = kept == null ? null : kept.content().get();
        if (kept != null && content != null && !anew) {
            return schemasOf(content);
        }
        String where = read("/openapi/v3")
                .path("paths")
                .path(path)
                .path("serverRelativeURL")
                .asText("");
        if (kept != null && content != null && kept.where().equals(where)) {
            return schemasOf(content);
        }
        JsonNode fresh = where.startsWith("/openapi/") ? read(where) : MissingNode.getInstance();
        documents.put(path, new Document(where, new SoftReference<>(fresh)));
        return schemasOf(fresh);
    }

    private static JsonNode schemasOf(JsonNode document) {
        return document.path("components").path("schemas");
    }

    private JsonNode read(String path) throws IOException {
        ApiResponse response = transport.send(ApiRequest.get(path));
        return response.ok() ? Trees.read(response.text()) : MissingNode.getInstance();
    }
}
