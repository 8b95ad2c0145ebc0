// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.json.Protobuf;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceType;

/** Reads the objects in request bodies and compares them with the path. */
final class RequestBodies {

    private static final String UNKNOWN_FORMAT = "the body of the request was in an unknown format - accepted media"
            + " types include: application/json, application/yaml";

    private RequestBodies() {}

    /** The body as an object, whatever its type. */
    static ObjectNode read(HttpRequest http) {
        return switch (http.mediaType()) {
            case "", "application/json" -> JsonText.parseObject(http.body(), false);
            case "application/yaml", "application/x-yaml", "text/yaml" -> JsonText.parseObject(http.body(), true);
            case "application/vnd.kubernetes.protobuf" ->
                Protobuf.read(http.body()).orElseThrow(() -> unknownFormat(UNKNOWN_FORMAT));
            default -> throw unknownFormat(UNKNOWN_FORMAT);
        };
    }

    static ApiException unknownFormat(String message) {
        return ApiException.of(415, "UnsupportedMediaType", message);
    }

    /** The body as an object of the resource, in the namespace of the path. */
    static ObjectNode object(RequestInfo call) {
        ObjectNode object = read(call.http());
        requireType(call.type(), object);
        place(call, object);
        return object;
    }

    static void requireType(ResourceType type, ObjectNode object) {
        Json.orElse(object, "apiVersion", type.apiVersion());
        Json.orElse(object, "kind", type.kind());
        String version = Json.text(object, "apiVersion");
        if (!version.equals(type.apiVersion())) {
            throw ApiException.badRequest("the API version in the data (" + version
                    + ") does not match the expected API version (" + type.apiVersion() + ")");
        }
        if (!Json.text(object, "kind").equals(type.kind())) {
            throw ApiException.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                    + type.kind() + ": the object is a " + Json.text(object, "kind"));
        }
    }

    static void place(RequestInfo call, ObjectNode object) {
        ObjectNode metadata = ObjectMeta.of(object);
        if (!call.type().namespaced()) {
            metadata.remove("namespace");
        } else if (ObjectMeta.namespace(object).isEmpty()) {
            metadata.put("namespace", call.namespace());
        } else if (!ObjectMeta.namespace(object).equals(call.namespace())) {
            throw ApiException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on" + " the request");
        }
        if (!call.name().isEmpty()) {
            Json.orElse(metadata, "name", call.name());
            if (!ObjectMeta.name(object).equals(call.name())) {
                throw ApiException.badRequest("the name of the object (" + ObjectMeta.name(object)
                        + ") does not match the name on the URL (" + call.name() + ")");
            }
        }
    }
}
