// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.schema.BuiltInFields;
import podium.simulator.internal.api.schema.BuiltInMisfits;
import podium.simulator.store.ApiException;
import podium.simulator.store.StatusCause;

/**
 * What becomes of values that do not fit, which are refused, and of fields that a type does not know: dropped, with a warning or a
 * refusal as the client asks (KEP-2885).
 */
final class UnknownFields {

    private UnknownFields() {}

    /** @throws ApiException where the client wants unknown fields to be refused */
    static void prune(RequestInfo call, ObjectNode object) {
        BuiltInMisfits.first(call.type(), object).ifPresent(why -> {
            throw refusal(call, object.toString(), why);
        });
        boolean strict = call.http().query().text("fieldValidation").equals("Strict");
        String given = strict ? object.toString() : "";
        List<String> unknown = call
                .serving()
                .rules()
                .map(rules -> rules.prune(object))
                .orElseGet(() -> BuiltInFields.prune(call.type(), object))
                .stream()
                .map(path -> "unknown field \"" + path + "\"")
                .toList();
        switch (call.http().query().text("fieldValidation")) {
            case "Ignore" -> {
                // they fall away in silence
            }
            case "Strict" -> {
                if (!unknown.isEmpty()) {
                    throw refusal(call, given, "strict decoding error: " + String.join(", ", unknown));
                }
            }
            default -> call.warnings().addAll(unknown);
        }
    }

    /** What a patch leaves is no body that could not be read, but a patch that is invalid. */
    private static ApiException refusal(RequestInfo call, String given, String why) {
        String kind = call.type().kind();
        if (!call.http().method().equals("PATCH")) {
            return ApiException.badRequest(
                    kind + " in version \"" + call.type().version() + "\" cannot be handled as a " + kind + ": " + why);
        }
        String invalid = "Invalid value: \"" + given.replace("\\", "\\\\").replace("\"", "\\\"") + "\": " + why;
        return ApiException.of(422, "Invalid", " \"\" is invalid: patch: " + invalid)
                .withCauses(List.of(new StatusCause("FieldValueInvalid", invalid, "patch")));
    }

    /** The answer with the warnings of a call: RFC 7234, 5.5, code 299. */
    static HttpResponse told(RequestInfo call, HttpResponse response) {
        return call.warnings().isEmpty()
                ? response
                : response.with(
                        "Warning",
                        call.warnings().stream()
                                .map(text ->
                                        "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                                .collect(Collectors.joining(", ")));
    }
}
