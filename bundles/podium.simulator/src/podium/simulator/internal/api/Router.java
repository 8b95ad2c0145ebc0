// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.api.auth.AccessAttributes;
import podium.simulator.internal.api.auth.AccessPolicy;
import podium.simulator.internal.api.auth.IssuedTokens;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.catalog.ServedType;
import podium.simulator.internal.api.http.HttpHandler;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.Statuses;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Finds out who asks for what, whether they may, and who answers. */
public final class Router implements HttpHandler {

    private final Map<String, User> tokens;
    private final IssuedTokens issued;
    private final AccessPolicy policy;
    private final ApiCatalog catalog;
    private final ReviewHandler reviews;
    private final NonResourceHandler pages;
    private final ResourceDispatcher resources;

    /** What these answer is written by others. */
    private static final Set<String> THROUGH = Set.of("attach", "exec", "log", "portforward", "proxy");

    /**
     * @param tokens who shows which bearer token
     * @param issued who shows one that was asked for
     * @param policy what they may
     */
    public Router(
            Map<String, User> tokens,
            IssuedTokens issued,
            AccessPolicy policy,
            ApiCatalog catalog,
            NonResourceHandler pages,
            ResourceDispatcher resources) {
        this.tokens = Map.copyOf(tokens);
        this.issued = issued;
        this.policy = policy;
        this.catalog = catalog;
        this.reviews = new ReviewHandler(policy);
        this.pages = pages;
        this.resources = resources;
    }

    @Override
    public HttpResponse handle(HttpRequest http) {
        try {
            User user = ImpersonationFilter.of(http, authenticate(http), this::authorize);
            List<String> path = Arrays.stream(http.path().split("/"))
                    .filter(step -> !step.isEmpty())
                    .toList();
            if (isResource(path)) {
                return resource(path, http, user);
            }
            authorize(user, AccessAttributes.ofPath(http.method().toLowerCase(Locale.ROOT), http.path()));
            return pages.answer(http).orElseThrow(Router::notFound);
        } catch (ApiException e) {
            return Statuses.response(e);
        } catch (RuntimeException e) {
            return Statuses.response(ApiException.of(500, "InternalError", "Internal error occurred: " + e));
        }
    }

    private User authenticate(HttpRequest http) {
        String header = http.header("authorization");
        if (header.isEmpty()) {
            return User.ANONYMOUS;
        }
        String token = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        return Optional.ofNullable(tokens.get(token))
                .or(() -> issued.user(token))
                .orElseThrow(() -> ApiException.of(401, "Unauthorized", "Unauthorized"));
    }

    private static boolean isResource(List<String> path) {
        return !path.isEmpty()
                && (path.getFirst().equals("api") && path.size() > 2
                        || path.getFirst().equals("apis") && path.size() > 3);
    }

    private HttpResponse resource(List<String> path, HttpRequest http, User user) {
        boolean core = path.getFirst().equals("api");
        int start = core ? 2 : 3;
        String group = core ? "" : path.get(1);
        String version = path.get(start - 1);
        List<String> rest = path.subList(start, path.size());
        boolean inNamespace = rest.getFirst().equals("namespaces")
                && rest.size() > 2
                && !List.of("status", "finalize").contains(rest.get(2));
        String namespace = inNamespace ? rest.get(1) : "";
        List<String> names = inNamespace ? rest.subList(2, rest.size()) : rest;
        if (group.equals("authorization.k8s.io") || group.equals("authentication.k8s.io")) {
            authorize(user, new AccessAttributes("create", group, names.getFirst(), "", namespace, ""));
            return reviews.answer(names.getFirst(), namespace, http, user).orElseThrow(Router::notFound);
        }
        if (group.equals(MetricsHandler.GROUP)
                && version.equals(MetricsHandler.VERSION)
                && catalog.find(group, version, names.getFirst()).isEmpty()) {
            String name = names.size() > 1 ? names.get(1) : "";
            authorize(
                    user,
                    new AccessAttributes(
                            name.isEmpty() ? "list" : "get", group, names.getFirst(), "", namespace, name));
            return resources.metrics(http, names.getFirst(), namespace, name);
        }
        ServedType serving = catalog.find(group, version, names.getFirst()).orElseThrow(Router::notFound);
        ResourceType type = serving.type();
        if (inNamespace != type.namespaced() && (inNamespace || names.size() > 1)) {
            throw notFound();
        }
        RequestInfo call = new RequestInfo(
                http,
                user,
                serving,
                namespace,
                names.size() > 1 ? names.get(1) : "",
                names.size() > 2 ? names.get(2) : "",
                String.join("/", names.subList(Math.min(3, names.size()), names.size())),
                false,
                new LinkedHashSet<>());
        authorize(user, attributes(call));
        if (!THROUGH.contains(call.subresource())) {
            MediaTypes.require(http);
        }
        try {
            return resources.answer(call);
        } catch (ApiException e) {
            return UnknownFields.told(call, Statuses.response(e));
        }
    }

    private static AccessAttributes attributes(RequestInfo call) {
        ResourceType type = call.type();
        // a namespace lies in itself, so that a binding in it lets one see it
        String namespace = type.equals(ResourceTypes.NAMESPACE) ? call.name() : call.namespace();
        return new AccessAttributes(
                call.verb(), type.group(), type.plural(), call.subresource(), namespace, call.name());
    }

    private void authorize(User user, AccessAttributes asked) {
        AccessPolicy.Decision decision = policy.decide(user, asked);
        if (!decision.allowed()) {
            String why = "forbidden: " + AccessPolicy.refusal(user, asked, decision);
            if (!asked.path().isEmpty()) {
                throw ApiException.of(403, "Forbidden", why);
            }
            String name = asked.name().isEmpty() ? "" : " \"" + asked.name() + "\"";
            String resource = asked.group().isEmpty() ? asked.resource() : asked.resource() + "." + asked.group();
            ResourceType type =
                    new ResourceType(asked.group(), "", asked.resource(), "", "", false, List.of(), List.of());
            throw ApiException.about(403, "Forbidden", resource + name + " is " + why, type, asked.name());
        }
    }

    static ApiException methodNotAllowed() {
        return ApiException.of(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    static ApiException notFound() {
        return ApiException.of(404, "NotFound", "the server could not find the requested resource");
    }
}
