// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.catalog.Discovery;
import podium.simulator.internal.api.catalog.OpenApi;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/** Answers what is not about a resource: health, version, discovery, OpenAPI. */
public final class NonResourceHandler {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Discovery discovery;
    private final OpenApi openApi;
    private final String minor;

    /**
     * @param minor the Kubernetes minor version to claim, such as {@code 36}
     */
    public NonResourceHandler(Discovery discovery, OpenApi openApi, String minor) {
        this.discovery = discovery;
        this.openApi = openApi;
        this.minor = minor;
    }

    Optional<HttpResponse> answer(HttpRequest http) {
        String path = http.path().length() > 1 && http.path().endsWith("/")
                ? http.path().substring(0, http.path().length() - 1)
                : http.path();
        switch (path) {
            case "/healthz", "/livez", "/readyz" -> {
                return Optional.of(HttpResponse.text(200, "ok"));
            }
            case "/version" -> {
                return json(version());
            }
            default -> {
                return path.startsWith("/api") || path.startsWith("/openapi") || path.equals("/")
                        ? described(http, path)
                        : refuse(path);
            }
        }
    }

    private Optional<HttpResponse> described(HttpRequest http, String path) {
        String[] steps = path.split("/");
        boolean openapi = path.startsWith("/openapi");
        if (path.equals("/openapi/v2")) {
            return json(openApi.version2());
        }
        if (path.equals("/openapi/v3")) {
            return json(openApi.index());
        }
        if (openapi) {
            return openApi.document(path.substring("/openapi/v3/".length())).map(this::page);
        }
        boolean aggregated = http.header("accept").contains("as=APIGroupDiscoveryList")
                && http.header("accept").contains("v=v2;");
        return switch (steps.length) {
            case 2 -> {
                boolean core = path.equals("/api");
                if (aggregated) {
                    yield Optional.of(
                            HttpResponse.parts(200, AGGREGATED, List.of(JsonText.bytes(discovery.aggregated(core))))
                                    .with("Vary", "Accept"));
                }
                yield json(core ? discovery.core() : discovery.groups());
            }
            case 3 ->
                (path.startsWith("/api/") ? discovery.resources("", steps[2]) : discovery.group(steps[2]))
                        .map(this::page);
            case 4 ->
                path.startsWith("/apis/")
                        ? discovery.resources(steps[2], steps[3]).map(this::page)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<HttpResponse> refuse(String path) {
        throw ApiException.of(404, "NotFound", "the server could not find the requested resource (" + path + ")");
    }

    private Optional<HttpResponse> json(ObjectNode node) {
        return Optional.of(page(node));
    }

    private HttpResponse page(ObjectNode node) {
        return HttpResponse.json(200, JsonText.bytes(node));
    }

    private ObjectNode version() {
        return Json.object(
                "major", "1",
                "minor", minor,
                "gitVersion", "v1." + minor + ".0+podium",
                "gitCommit", "",
                "gitTreeState", "clean",
                "buildDate", "2026-01-01T00:00:00Z",
                "goVersion", "",
                "compiler", "",
                "platform", "linux/amd64");
    }
}
