// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceType;

/** OpenAPI v3 schemas of the kinds of the server's own: fields, types and what is required, without the words of the API reference. */
public final class BuiltInSchemas {
    /** What metadata of every kind is. */
    public static final String METADATA = "meta.v1.ObjectMeta";

    private static final String WORDS =
            "As the simulated cluster knows it: fields and their types, without the words of the API reference.";

    private BuiltInSchemas() {}

    /** The schema of a kind; what it refers to is put into {@code schemas}. Empty: it is no kind of the server's own. */
    public static Optional<ObjectNode> of(ResourceType type, ObjectNode schemas) {
        return BuiltInTypes.KNOWN.of(type).map(name -> of(name, schemas).put("description", WORDS));
    }

    /** A reference to a type, which is put into {@code schemas}. */
    public static ObjectNode reference(String type, ObjectNode schemas) {
        if (!schemas.has(type)) {
            // it may hold itself
            schemas.putObject(type);
            schemas.set(type, of(type, schemas));
        }
        // OpenAPI 3.0 has nothing beside a reference: servers wrap it, and so clients look for it there
        ObjectNode wrapped = Json.object();
        wrapped.putArray("allOf").add(Json.object("$ref", "#/components/schemas/" + type));
        return wrapped;
    }

    private static ObjectNode of(String type, ObjectNode schemas) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.object().putArray("required");
        BuiltInTypes.KNOWN.fields(type).forEach((name, field) -> {
            properties.set(name, field(field.type(), field.choices(), schemas));
            if (field.required()) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode field(String type, List<String> choices, ObjectNode schemas) {
        if (type.endsWith("[]")) {
            ObjectNode list = Json.object().put("type", "array");
            list.set("items", field(type.substring(0, type.length() - 2), choices, schemas));
            return list;
        }
        if (type.endsWith("{}")) {
            ObjectNode map = Json.object().put("type", "object");
            map.set("additionalProperties", field(type.substring(0, type.length() - 2), choices, schemas));
            return map;
        }
        if (BuiltInTypes.KNOWN.has(type)) {
            return reference(type, schemas);
        }
        if (type.equals(BuiltInTypes.EITHER)) {
            ObjectNode either = Json.object("format", type);
            either.putArray("oneOf").add(Json.object("type", "integer")).add(Json.object("type", "string"));
            return either;
        }
        if (type.equals(BuiltInTypes.QUANTITY)) {
            ObjectNode amount = Json.object();
            amount.putArray("oneOf").add(Json.object("type", "string")).add(Json.object("type", "number"));
            return amount;
        }
        ObjectNode plain = Json.object().put("type", type);
        if (!choices.isEmpty()) {
            choices.forEach(plain.putArray("enum")::add);
        }
        return plain;
    }
}
