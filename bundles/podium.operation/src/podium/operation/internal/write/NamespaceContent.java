// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * What others have put into a namespace that an operation made. It would go with the namespace, and no precondition of the API can
 * tell: its version does not move with what is in it, a deletion cannot be called off, and from that moment on the namespace
 * controller deletes all that is there, whoever made it (k8s.io/kubernetes pkg/controller/namespace/deletion,
 * namespaced_resources_deleter.go; nothing is let in any more then, plugin/pkg/admission/namespace/lifecycle). So all kinds that the
 * server serves are looked at, those that people work with last; of Secrets only the names are asked for.
 *
 * @param others what others put there, as it is shown, by uid; of what has none for us by its name
 * @param unread what could not be looked at
 */
public record NamespaceContent(Map<String, String> others, Set<String> unread) {
    private static final int NAMED = 3;

    /** What people lay beside workloads. */
    private static final List<ObjectRef> BESIDE = List.of(
            collection("configmaps", "ConfigMap"),
            collection("services", "Service"),
            collection("persistentvolumeclaims", "PersistentVolumeClaim"),
            collection("pods", "Pod"));

    /** Kinds that tell of others, and groups whose objects stand for something else. */
    private static final Set<String> TELLING =
            Set.of("events", "endpoints", "metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io");

    /** What controllers lay into each namespace (kube-controller-manager, OpenShift, Istio). */
    private static final Set<String> LAID = Set.of(
            "configmaps/kube-root-ca.crt",
            "configmaps/openshift-service-ca.crt",
            "configmaps/istio-ca-root-cert",
            "serviceaccounts/default",
            "serviceaccounts/builder",
            "serviceaccounts/deployer",
            "rolebindings/system:image-pullers",
            "rolebindings/system:image-builders",
            "rolebindings/system:deployers");

    /** Secrets that controllers make for service accounts. */
    private static final Set<String> TOKENS = Set.of("kubernetes.io/service-account-token", "kubernetes.io/dockercfg");

    public NamespaceContent {
        others = Map.copyOf(others);
        unread = Set.copyOf(unread);
    }

    /**
     * What is there.
     *
     * @param <E> when it cannot be read
     */
    public interface Server<E extends Exception> {
        /** Every collection that is served; empty: not told. */
        Optional<List<ObjectRef>> collections(String namespace) throws E;

        /** The objects of a collection, of Secrets their names; empty: they may not be read. */
        Optional<List<JsonNode>> list(ObjectRef collection) throws E;
    }

    /** True for what holds other objects. */
    public static boolean isNamespace(ObjectRef ref) {
        return ref.group().isEmpty() && ref.resource().equals("namespaces");
    }

    /** True for what is known by name only. */
    public static boolean isSecret(ObjectRef ref) {
        return ref.group().isEmpty() && ref.resource().equals("secrets");
    }

    /**
     * What others put there, as far as it may be read.
     *
     * @param workloads the collections of workloads, for a server that does not tell what it serves
     * @param ours uids of what the operation made
     */
    public static <E extends Exception> NamespaceContent of(
            ObjectRef namespace, List<ObjectRef> workloads, Set<String> ours, Server<E> server) throws E {
        Map<String, JsonNode> byUid = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Set<String> unread = new TreeSet<>();
        Optional<List<ObjectRef>> served = server.collections(namespace.name());
        for (ObjectRef kind : ordered(namespace.name(), served, workloads)) {
            Optional<List<JsonNode>> found = kind.resource().equals("*") ? Optional.empty() : server.list(kind);
            // kinds of operators that the server does not serve are refused to most people too; their pods tell of them
            if (found.isEmpty() && (served.isPresent() || !kind.group().contains("."))) {
                unread.add(kind.resource().equals("*") ? kind.group() : kind.resource());
            }
            for (JsonNode object : found.orElse(List.of())) {
                String name = Json.text(object, "/metadata/name");
                if (!LAID.contains(kind.resource() + "/" + name) && !TOKENS.contains(Json.text(object, "/type"))) {
                    String shown = kind.kind() + " " + namespace.name() + "/" + name;
                    String key = Json.uid(object).isEmpty() ? shown : Json.uid(object);
                    byUid.put(key, object);
                    names.put(key, shown);
                }
            }
        }
        Map<String, String> others = new HashMap<>(names);
        others.keySet().removeIf(uid -> !isForeign(uid, byUid, ours));
        return new NamespaceContent(others, unread);
    }

    /** All kinds once, those last that people work with: what moves in there while the others are asked for is still seen. */
    private static List<ObjectRef> ordered(
            String namespace, Optional<List<ObjectRef>> served, List<ObjectRef> workloads) {
        List<ObjectRef> beside = BESIDE.stream()
                .map(kind -> new ObjectRef("", kind.version(), kind.resource(), kind.kind(), namespace, ""))
                .toList();
        if (served.isEmpty()) {
            return Stream.concat(workloads.stream(), beside.stream()).toList();
        }
        List<String> last = Stream.concat(workloads.stream(), beside.stream())
                .map(NamespaceContent::resource)
                .toList();
        return served.get().stream()
                .filter(kind -> !TELLING.contains(kind.resource()) && !TELLING.contains(kind.group()))
                .sorted(Comparator.comparing(kind -> last.indexOf(resource(kind))))
                .toList();
    }

    private static String resource(ObjectRef kind) {
        return kind.group() + "/" + kind.resource();
    }

    /** What may go with the namespace when the operator has agreed to lose what is there now. */
    public Step.Contents agreed(Set<String> ours) {
        Set<String> uids = new HashSet<>(ours);
        uids.addAll(others.keySet());
        return new Step.Contents(uids, unread);
    }

    /** What there is beside what may go. */
    public NamespaceContent beside(Step.Contents agreed) {
        Map<String, String> more = new TreeMap<>(others);
        more.keySet().removeAll(agreed.uids());
        Set<String> hidden = new TreeSet<>(unread);
        hidden.removeAll(agreed.unread());
        return new NamespaceContent(more, hidden);
    }

    /** In words: "it holds what others put there: Pod team/a and 2 more"; empty: nothing, as far as it may be read. */
    public Optional<String> words() {
        String held = others.isEmpty() ? "" : Texts.of("NamespaceContent.itHoldsWhatOthers", some(others.values()));
        String hidden = unread.isEmpty() ? "" : Texts.of("NamespaceContent.noRightToSee", some(unread));
        return Optional.of(
                        Stream.of(held, hidden).filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")))
                .filter(words -> !words.isEmpty());
    }

    private static String some(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(all::add);
        all.sort(Comparator.naturalOrder());
        return Counted.named(all, NAMED);
    }

    /** What others put there, by name; empty: nothing. */
    public Optional<String> named() {
        return others.isEmpty() ? Optional.empty() : Optional.of(some(others.values()));
    }

    /** What belongs, by whatever chain, to something that was made here is no one else's; its owner stands for it. */
    private static boolean isForeign(String uid, Map<String, JsonNode> byUid, Set<String> ours) {
        String at = uid;
        for (int depth = 0; depth < byUid.size() && !ours.contains(at); depth++) {
            JsonNode object = byUid.get(at);
            String owner = object == null ? "" : owner(object, byUid, ours);
            if (owner.isEmpty()) {
                break;
            }
            at = owner;
        }
        boolean stoodFor = !at.equals(uid) && byUid.containsKey(at);
        return !ours.contains(at) && !stoodFor;
    }

    /** Its controller; without one the first owner that is known: with its owners goes what they own. */
    private static String owner(JsonNode object, Map<String, JsonNode> byUid, Set<String> ours) {
        String known = "";
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            String uid = Json.text(owner, "/uid");
            if (owner.path("controller").asBoolean()) {
                return uid;
            }
            if (known.isEmpty() && (ours.contains(uid) || byUid.containsKey(uid))) {
                known = uid;
            }
        }
        return known;
    }

    private static ObjectRef collection(String resource, String kind) {
        return new ObjectRef("", "v1", resource, kind, "", "");
    }
}
