// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A request that Kubernetes refuses, with everything its Status body says. */
public final class ApiException extends RuntimeException {

    private final int code;
    private final String reason;
    private final String name;
    private final String group;
    private final String kind;
    private final List<StatusCause> causes;
    private final OptionalInt retryAfterSeconds;

    private ApiException(
            int code,
            String reason,
            String message,
            String name,
            String group,
            String kind,
            List<StatusCause> causes,
            OptionalInt retryAfterSeconds) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.name = name;
        this.group = group;
        this.kind = kind;
        this.causes = List.copyOf(causes);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** An error that names no object. */
    public static ApiException of(int code, String reason, String message) {
        return new ApiException(code, reason, message, "", "", "", List.of(), OptionalInt.empty());
    }

    /** 404 for an object of a type. */
    public static ApiException notFound(ResourceType type, String name) {
        return about(404, "NotFound", type.qualifiedName() + " \"" + name + "\" not found", type, name);
    }

    /** 409 because the name is taken. */
    public static ApiException alreadyExists(ResourceType type, String name) {
        return about(409, "AlreadyExists", type.qualifiedName() + " \"" + name + "\" already exists", type, name);
    }

    /** 409 because the object is not what the request took it for. */
    public static ApiException conflict(ResourceType type, String name, String why) {
        return about(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + type.qualifiedName() + " \"" + name + "\": " + why,
                type,
                name);
    }

    /** 403 for an object of a type. */
    public static ApiException forbidden(ResourceType type, String name, String why) {
        String object = name.isEmpty() ? "" : " \"" + name + "\"";
        return about(403, "Forbidden", type.qualifiedName() + object + " is forbidden: " + why, type, name);
    }

    /** 422 with the faults found in an object. */
    public static ApiException invalid(ResourceType type, String name, List<StatusCause> causes) {
        String kind = type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
        String faults = causes.stream()
                .map(cause -> cause.field().isEmpty() ? cause.message() : cause.field() + ": " + cause.message())
                .collect(Collectors.joining(", ", causes.size() == 1 ? "" : "[", causes.size() == 1 ? "" : "]"));
        return new ApiException(
                422,
                "Invalid",
                kind + " \"" + name + "\" is invalid: " + faults,
                name,
                type.group(),
                type.kind(),
                causes,
                OptionalInt.empty());
    }

    /** 400 with a sentence. */
    public static ApiException badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /** An error about an object; the details name the plural as the API server does. */
    public static ApiException about(int code, String reason, String message, ResourceType type, String name) {
        return new ApiException(
                code, reason, message, name, type.group(), type.plural(), List.of(), OptionalInt.empty());
    }

    /** The same with causes. */
    public ApiException withCauses(List<StatusCause> wanted) {
        return new ApiException(code, reason, message(), name, group, kind, wanted, retryAfterSeconds);
    }

    /** The same, telling the client to wait; 0 is written as no time at all, as the API server does. */
    public ApiException withRetryAfter(int seconds) {
        return new ApiException(code, reason, message(), name, group, kind, causes, OptionalInt.of(seconds));
    }

    /** The HTTP status. */
    public int code() {
        return code;
    }

    /** The Status reason, such as {@code Conflict}. */
    public String reason() {
        return reason;
    }

    /** The sentence; never null. */
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Name of the object it is about, empty if none. */
    public String name() {
        return name;
    }

    /** Group of the object it is about. */
    public String group() {
        return group;
    }

    /** Plural of the object's type, or its kind for validation errors. */
    public String kind() {
        return kind;
    }

    /** The single reasons. */
    public List<StatusCause> causes() {
        return causes;
    }

    /** Seconds to wait before trying again. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
