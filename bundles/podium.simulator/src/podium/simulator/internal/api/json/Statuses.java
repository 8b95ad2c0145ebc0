// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceType;

/** Status objects: the body of every refusal, and of some successes. */
public final class Statuses {

    private Statuses() {}

    /** The Status of a refusal. */
    public static ObjectNode of(ApiException error) {
        ObjectNode status = Json.object("kind", "Status", "apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", error.message());
        if (!error.reason().isEmpty()) {
            status.put("reason", error.reason());
        }
        ObjectNode details = details(error);
        // kubectl reads the details of a 404 without looking whether there are any (kubectl pkg/cmd/debug)
        if (!details.isEmpty() || error.code() == 404) {
            status.set("details", details);
        }
        return status.put("code", error.code());
    }

    /** The response of a refusal. */
    public static HttpResponse response(ApiException error) {
        HttpResponse response = HttpResponse.json(error.code(), JsonText.bytes(of(error)));
        int wait = error.retryAfterSeconds().orElse(0);
        return wait > 0 ? response.with("Retry-After", Integer.toString(wait)) : response;
    }

    /** Success without an object. */
    public static ObjectNode success(int code) {
        ObjectNode status = Json.object("kind", "Status", "apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Success").put("code", code);
    }

    /** Success of a deletion whose object is gone. */
    public static ObjectNode deleted(ResourceType type, ObjectNode object) {
        ObjectNode status = success(200);
        status.remove("code");
        ObjectNode details = status.putObject("details").put("name", ObjectMeta.name(object));
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        details.put("kind", type.plural()).put("uid", ObjectMeta.uid(object));
        return status;
    }

    private static ObjectNode details(ApiException error) {
        ObjectNode details = Json.object();
        putIfAny(details, "name", error.name());
        putIfAny(details, "group", error.group());
        putIfAny(details, "kind", error.kind());
        if (!error.causes().isEmpty()) {
            ArrayNode causes = details.putArray("causes");
            error.causes().forEach(cause -> {
                ObjectNode node =
                        causes.addObject().put("reason", cause.reason()).put("message", cause.message());
                putIfAny(node, "field", cause.field());
            });
        }
        error.retryAfterSeconds().ifPresent(wait -> {
            if (wait > 0) {
                details.put("retryAfterSeconds", wait);
            }
        });
        return details;
    }

    private static void putIfAny(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
