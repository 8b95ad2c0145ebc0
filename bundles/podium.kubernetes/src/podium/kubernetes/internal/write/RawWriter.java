// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.failure.FailureText;
import podium.kubernetes.internal.json.GoText;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.NotSentException;
import podium.kubernetes.internal.transport.Transport;

/**
 * Sends writes as they stand, with their preconditions where each verb has them: metadata of a merge patch, tests of a JSON patch,
 * preconditions of DeleteOptions (meta/v1).
 */
final class RawWriter implements ObjectWriter {
    /** Names us in the objects' managedFields. */
    static final String MANAGER = "podium";

    private final Transport transport;

    RawWriter(Transport transport) {
        this.transport = transport;
    }

    @Override
    public WriteResult send(ApiWrite write, boolean dryRun) {
        try {
            ApiResponse response = transport.send(request(write, dryRun));
            return response.ok()
                    ? new WriteResult.Accepted(response.status(), response.text(), ServerWarnings.of(response))
                    : Statuses.refused(response);
        } catch (NotSentException e) {
            return new WriteResult.Unanswered(said(e), false);
        } catch (IOException e) {
            return new WriteResult.Unanswered(said(e), true);
        }
    }

    private static String said(IOException e) {
        return FailureText.of(e);
    }

    private static ApiRequest request(ApiWrite write, boolean dryRun) throws IOException {
        String query = ApiPaths.query("fieldManager", MANAGER, "dryRun", dryRun ? "All" : "");
        // a field that the server does not know it would drop without a word, and the patch would have done nothing
        String patch =
                ApiPaths.query("fieldManager", MANAGER, "dryRun", dryRun ? "All" : "", "fieldValidation", "Strict");
        String object =
                ApiPaths.object(write.target()) + (write.subresource().isEmpty() ? "" : "/" + write.subresource());
        return switch (write.verb()) {
            case CREATE ->
                json(
                        "POST",
                        write.subresource().isEmpty() ? ApiPaths.collection(write.target()) + query : object + query,
                        ApiRequest.JSON,
                        write.body());
            case MERGE_PATCH -> json("PATCH", object + patch, "application/merge-patch+json", guarded(write));
            case STRATEGIC_PATCH ->
                json("PATCH", object + patch, "application/strategic-merge-patch+json", guarded(write));
            case JSON_PATCH -> json("PATCH", object + patch, "application/json-patch+json", tested(write));
            case DELETE -> json("DELETE", object, ApiRequest.JSON, Trees.write(deleteOptions(write, dryRun)));
            case EVICT ->
                json("POST", ApiPaths.object(write.target()) + "/eviction", ApiRequest.JSON, eviction(write, dryRun));
        };
    }

    private static ApiRequest json(String method, String path, String type, String body) {
        return ApiRequest.of(method, path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String guarded(ApiWrite write) throws IOException {
        if (write.uid().isEmpty() && write.resourceVersion().isEmpty()) {
            return write.body();
        }
        JsonNode patch = Trees.read(write.body());
        if (patch instanceof ObjectNode object) {
            ObjectNode metadata = object.withObject("/metadata");
            write.uid().ifPresent(uid -> metadata.put("uid", uid));
            write.resourceVersion().ifPresent(version -> metadata.put("resourceVersion", version));
        }
        return Trees.write(patch);
    }

    private static String tested(ApiWrite write) throws IOException {
        ArrayNode patch = Trees.array();
        write.uid().ifPresent(uid -> test(patch, "/metadata/uid", uid));
        write.resourceVersion().ifPresent(version -> test(patch, "/metadata/resourceVersion", version));
        Trees.read(write.body()).forEach(patch::add);
        return GoText.write(patch);
    }

    private static void test(ArrayNode patch, String path, String value) {
        patch.addObject().put("op", "test").put("path", path).put("value", value);
    }

    /** The options in the body: a server that is sent a body does not look at the query. */
    private static ObjectNode deleteOptions(ApiWrite write, boolean dryRun) throws IOException {
        JsonNode given = write.body().isBlank() ? Trees.object() : Trees.read(write.body());
        ObjectNode options = given instanceof ObjectNode object ? object : Trees.object();
        options.put("apiVersion", "v1").put("kind", "DeleteOptions");
        if (write.uid().isPresent() || write.resourceVersion().isPresent()) {
            ObjectNode preconditions = options.withObject("/preconditions");
            write.uid().ifPresent(uid -> preconditions.put("uid", uid));
            write.resourceVersion().ifPresent(version -> preconditions.put("resourceVersion", version));
        }
        if (dryRun) {
            options.putArray("dryRun").add("All");
        }
        return options;
    }

    private static String eviction(ApiWrite write, boolean dryRun) throws IOException {
        ObjectNode eviction = Trees.object().put("apiVersion", "policy/v1").put("kind", "Eviction");
        eviction.putObject("metadata")
                .put("name", write.target().name())
                .put("namespace", write.target().namespace());
        eviction.set("deleteOptions", deleteOptions(write, dryRun));
        return Trees.write(eviction);
    }
}
