// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import java.util.Set;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.catalog.ServedType;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;

/**
 * A request to a resource.
 *
 * @param http the request
 * @param user who asks
 * @param serving the resource
 * @param namespace the namespace of the path, empty for none
 * @param name the object's name, empty for the collection
 * @param subresource empty for the object itself
 * @param rest what follows the subresource in the path, without the first slash
 * @param tried whether the body asks for a dry run
 * @param warnings what the client is to be told beside the answer
 */
record RequestInfo(
        HttpRequest http,
        User user,
        ServedType serving,
        String namespace,
        String name,
        String subresource,
        String rest,
        boolean tried,
        Set<String> warnings) {

    ResourceType type() {
        return serving.type();
    }

    /** Whether nothing is to be kept. */
    boolean dryRun() {
        String value = http.query().text("dryRun");
        if (!value.isEmpty() && !value.equals("All")) {
            throw ApiException.of(
                    422,
                    "Invalid",
                    " \"\" is invalid: dryRun: Unsupported value: \"" + value + "\": supported values: \"All\"");
        }
        return tried || value.equals("All");
    }

    /** The same call, of which nothing is kept. */
    RequestInfo asDryRun() {
        return new RequestInfo(http, user, serving, namespace, name, subresource, rest, true, warnings);
    }

    /** The same call for one object of the collection. */
    RequestInfo on(String otherNamespace, String otherName) {
        return new RequestInfo(http, user, serving, otherNamespace, otherName, "", "", tried, warnings);
    }

    /** Who is to be named as the manager of the fields written. */
    String fieldManager() {
        String given = http.query().text("fieldManager");
        if (!given.isEmpty()) {
            return given;
        }
        String agent = http.header("user-agent");
        int end = agent.indexOf('/');
        String name = end < 0 ? agent : agent.substring(0, end);
        return name.isEmpty() ? "unknown" : name;
    }

    /** The verb that access rules know. */
    String verb() {
        boolean one = !name.isEmpty();
        return switch (http.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> one ? "delete" : "deletecollection";
            default -> one ? "get" : http.query().flag("watch") ? "watch" : "list";
        };
    }
}
