// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.core.json.Json;

/**
 * What others have put into a namespace that an operation made: it would go with the namespace, and no precondition of the API can
 * tell. Looked at are the kinds that people work with; bodies of Secrets are never asked for.
 */
public final class NamespaceContent {
    private static final int NAMED = 3;

    /** What people lay beside workloads. */
    private static final List<ObjectRef> BESIDE = List.of(
            collection("pods", "Pod"),
            collection("persistentvolumeclaims", "PersistentVolumeClaim"),
            collection("services", "Service"),
            collection("configmaps", "ConfigMap"));

    /** What controllers lay into each namespace (kube-controller-manager, OpenShift, Istio). */
    private static final Set<String> LAID =
            Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert");

    private NamespaceContent() {}

    /**
     * Reads a collection.
     *
     * @param <E> when it cannot be read
     */
    @FunctionalInterface
    public interface Lister<E extends Exception> {
        /** Its objects; empty: they may not be read. */
        Optional<List<JsonNode>> list(ObjectRef collection) throws E;
    }

    /** True for what holds other objects. */
    public static boolean isNamespace(ObjectRef ref) {
        return ref.group().isEmpty() && ref.resource().equals("namespaces");
    }

    /**
     * What others put there, in words: "it holds Pod team/a and 2 more of others"; empty: nothing, as far as it may be read.
     *
     * @param workloads the collections of workloads
     * @param ours uids of what the operation made
     */
    public static <E extends Exception> Optional<String> ofOthers(
            ObjectRef namespace, List<ObjectRef> workloads, Set<String> ours, Lister<E> server) throws E {
        Map<String, JsonNode> byUid = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        List<String> unread = new ArrayList<>();
        List<ObjectRef> beside = BESIDE.stream()
                .map(kind -> new ObjectRef("", kind.version(), kind.resource(), kind.kind(), namespace.name(), ""))
                .toList();
        for (ObjectRef kind : Stream.concat(beside.stream(), workloads.stream()).toList()) {
            Optional<List<JsonNode>> found = server.list(kind);
            // kinds of operators that the server does not serve are refused to most people too; their pods tell of them
            if (found.isEmpty() && !kind.group().contains(".")) {
                unread.add(kind.resource());
            }
            for (JsonNode object : found.orElse(List.of())) {
                String name = Json.text(object, "/metadata/name");
                if (!(kind.resource().equals("configmaps") && LAID.contains(name))) {
                    byUid.put(Json.uid(object), object);
                    names.put(Json.uid(object), kind.kind() + " " + namespace.name() + "/" + name);
                }
            }
        }
        List<String> others = byUid.keySet().stream()
                .filter(uid -> isForeign(uid, byUid, ours))
                .map(names::get)
                .sorted()
                .toList();
        return words(others, unread);
    }

    private static Optional<String> words(List<String> others, List<String> unread) {
        if (others.isEmpty() && unread.isEmpty()) {
            return Optional.empty();
        }
        String more = others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "";
        String held = others.isEmpty()
                ? ""
                : "it holds what others put there: "
                        + others.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
        String hidden = unread.isEmpty()
                ? ""
                : "you may not see what else is in it ("
                        + String.join(", ", unread.stream().distinct().toList()) + ")";
        return Optional.of(
                Stream.of(held, hidden).filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")));
    }

    /** What is controlled, by whatever chain, by something that was made here is no one else's; its controller stands for it. */
    private static boolean isForeign(String uid, Map<String, JsonNode> byUid, Set<String> ours) {
        String at = uid;
        for (int depth = 0; depth < byUid.size() && !ours.contains(at); depth++) {
            JsonNode object = byUid.get(at);
            String owner = object == null ? "" : owner(object);
            if (owner.isEmpty()) {
                break;
            }
            at = owner;
        }
        boolean stoodFor = !at.equals(uid) && byUid.containsKey(at);
        return !ours.contains(at) && !stoodFor;
    }

    private static String owner(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Json.text(owner, "/uid");
            }
        }
        return "";
    }

    private static ObjectRef collection(String resource, String kind) {
        return new ObjectRef("", "v1", resource, kind, "", "");
    }
}
