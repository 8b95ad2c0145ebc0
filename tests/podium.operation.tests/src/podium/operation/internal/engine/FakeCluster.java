// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.AccessReviewer;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.Permission;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.core.json.MergePatch;
import podium.core.testkit.LabCluster;
import podium.core.testkit.TestKinds;
import podium.model.value.WorkKind;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.CreationMark;
import podium.operation.plan.KindCatalog;

/** An API server in a map: preconditions, patches, deletion; everything else a test needs it puts in as a rule. */
public final class FakeCluster extends LabCluster
        implements ObjectWriter, ObjectReader, AccessReviewer, SessionIdentityReader, KindCatalog {
    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private long version = 100;
    private long nextUid = 1;

    /** What it warns of when it takes a deletion or an eviction. */
    public List<String> warnings = List.of();

    /** Answers a write in the server's place; empty: the server answers itself. */
    public Function<ApiWrite, Optional<WriteResult>> rule = _ -> Optional.empty();
    /** The same, but not for dry runs: what goes wrong although the server had tried it. */
    public Function<ApiWrite, Optional<WriteResult>> late = _ -> Optional.empty();
    /** Called with each write that was applied: what controllers do next, or the end of the process. */
    public Consumer<ApiWrite> after = _ -> {};
    /** Called before each write. */
    public Consumer<ApiWrite> before = _ -> {};

    /** What the server says of itself and of the one who asks. */
    public volatile SessionIdentity session =
            new SessionIdentity("https://lab:6443", "lab-uid", "ann", List.of("ops"), false);

    @Override
    public Optional<SessionIdentity> known() {
        return Optional.of(session);
    }

    /** The connection that is open to it now; empty: it is closed. */
    public volatile Optional<ClusterConnection> open = Optional.of(this);

    /** How far its clock is ahead of the one of the console. */
    public volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant serverTime(Instant here) {
        return here.plus(ahead);
    }

    public Predicate<Permission> allowed = _ -> true;
    /** Deleted pods stay as terminating until {@link #finishDeletions}. */
    public boolean lingering;

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return id.equals(ID) ? open : Optional.empty();
    }

    /** Opened as a simulated one. */
    public volatile boolean simulated;

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return Optional.of(new ClusterTarget(id, Path.of("fleet.yaml"), "fleet", simulated));
    }

    /** As a server that has no word for who asks. */
    public volatile boolean mute;

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return mute && type == SessionIdentityReader.class ? Optional.empty() : super.capability(type);
    }

    @Override
    public WorkKind work(String apiVersion, String kind) {
        return TestKinds.of(kind);
    }

    @Override
    public List<ObjectRef> collections(String namespace) {
        return List.of(
                new ObjectRef("batch", "v1", "jobs", "Job", namespace, ""),
                new ObjectRef("apps", "v1", "deployments", "Deployment", namespace, ""),
                new ObjectRef("apps", "v1", "replicasets", "ReplicaSet", namespace, ""));
    }

    @Override
    public String podSelector(ObjectRef ref, JsonNode object) {
        return ref.kind().equals("Job")
                ? "job-name=" + ref.name()
                : object.at("/spec/selector/matchLabels").properties().stream()
                        .map(label -> label.getKey() + "=" + label.getValue().asText())
                        .collect(Collectors.joining(","));
    }

    @Override
    public boolean rolls(ObjectRef ref) {
        return work(ref.apiVersion(), ref.kind()).is(WorkKind.Trait.KEEPS_RUNNING);
    }

    @Override
    public SessionIdentity read() {
        return session;
    }

    public synchronized ObjectNode put(ObjectRef ref, String json) {
        ObjectNode object = (ObjectNode) Json.read(json);
        ObjectNode metadata = object.withObject("/metadata");
        metadata.put("name", ref.name());
        if (!metadata.has("uid")) {
            metadata.put("uid", "uid-" + nextUid++);
        }
        touch(object);
        objects.put(ref.path(), object);
        return object;
    }

    public synchronized void change(ObjectRef ref, Consumer<ObjectNode> change) {
        ObjectNode object = objects.get(ref.path());
        if (object != null) {
            change.accept(object);
            touch(object);
        }
    }

    public synchronized void remove(ObjectRef ref) {
        objects.remove(ref.path());
    }

    public synchronized void finishDeletions() {
        objects.values().removeIf(Json::terminating);
    }

    private void touch(ObjectNode object) {
        object.withObject("/metadata").put("resourceVersion", Long.toString(++version));
    }

    public synchronized Optional<JsonNode> get(ObjectRef ref) {
        return Optional.<JsonNode>ofNullable(objects.get(ref.path())).map(JsonNode::deepCopy);
    }

    /** The whole state without what differs from run to run. */
    public synchronized String state() {
        StringBuilder state = new StringBuilder();
        objects.forEach((path, object) -> {
            ObjectNode copy = object.deepCopy();
            copy.withObject("/metadata").remove(List.of("resourceVersion", "uid"));
            if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(CreationMark.KEY);
                dropEmptyAnnotations(copy);
            }
            state.append(path).append(' ').append(sorted(copy)).append('\n');
        });
        return state.toString();
    }

    private static String sorted(JsonNode node) {
        if (!node.isObject()) {
            return node.toString();
        }
        Map<String, String> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        return fields.toString();
    }

    /** The writes that came, dry runs excluded: verb and path. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public WriteResult send(ApiWrite write, boolean dryRun) {
        if (!dryRun) {
            before.accept(write);
        }
        WriteResult result;
        synchronized (this) {
            if (!dryRun) {
                requests.add(write.verb() + " " + write.target().path());
            }
            Optional<WriteResult> ruled =
                    dryRun ? rule.apply(write) : late.apply(write).or(() -> rule.apply(write));
            result = ruled.isPresent() ? ruled.get() : apply(write, dryRun);
        }
        if (!dryRun && result instanceof WriteResult.Accepted) {
            after.accept(write);
        }
        return result;
    }

    private WriteResult apply(ApiWrite write, boolean dryRun) {
        String path = write.target().path();
        ObjectNode found = objects.get(path);
        if (write.verb() == ApiWrite.Verb.CREATE) {
            if (found != null) {
                return refused(409, "AlreadyExists", "already exists");
            }
            ObjectNode object = (ObjectNode) Json.read(write.body());
            object.withObject("/metadata").put("name", write.target().name()).put("uid", "uid-" + nextUid++);
            return store(path, object, dryRun);
        }
        if (found == null) {
            return refused(404, "NotFound", "not found");
        }
        if (WriteEffect.isOther(write, found)
                || write.resourceVersion()
                        .filter(version -> !version.equals(Json.resourceVersion(found)))
                        .isPresent()) {
            return refused(409, "Conflict", "the object has been modified");
        }
        return switch (write.verb()) {
            case DELETE, EVICT -> delete(path, found, dryRun);
            case JSON_PATCH ->
                JsonPatch.apply(found, Json.read(write.body()))
                        .map(patched -> store(path, (ObjectNode) patched, dryRun))
                        .orElse(refused(
                                422, "Invalid", "the server rejected our request due to an error in our request"));
            default -> store(path, (ObjectNode) MergePatch.apply(found, Json.read(write.body())), dryRun);
        };
    }

    private WriteResult delete(String path, ObjectNode found, boolean dryRun) {
        if (dryRun) {
            return new WriteResult.Accepted(200, "{}", warnings);
        }
        if (lingering) {
            found.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
            touch(found);
        } else {
            objects.remove(path);
        }
        return new WriteResult.Accepted(200, "{}", warnings);
    }

    private WriteResult store(String path, ObjectNode object, boolean dryRun) {
        if (!dryRun) {
            touch(object);
            dropEmptyAnnotations(object);
            objects.put(path, object);
        }
        return new WriteResult.Accepted(200, Json.write(object), List.of());
    }

    /** As the API's types do: omitempty. */
    private static void dropEmptyAnnotations(ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        if (metadata.path("annotations").isObject()
                && metadata.path("annotations").isEmpty()) {
            metadata.remove("annotations");
        }
    }

    public static WriteResult refused(int status, String reason, String message) {
        return new WriteResult.Refused(status, reason, message, List.of(), Optional.empty());
    }

    public static WriteResult budget(String message) {
        return new WriteResult.Refused(
                429,
                "TooManyRequests",
                "Cannot evict pod as it would violate the pod's disruption budget.",
                List.of(new WriteResult.Cause("DisruptionBudget", message, "")),
                Optional.of(Duration.ZERO));
    }

    @Override
    public synchronized Optional<String> read(ObjectRef ref) {
        return get(ref).map(Json::write);
    }

    @Override
    public synchronized List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) {
        return objects.entrySet().stream()
                .filter(entry -> isIn(entry.getKey(), collection))
                .map(Map.Entry::getValue)
                .filter(object -> onNode(object, fieldSelector))
                .filter(object -> labelled(object, labelSelector))
                .map(Json::write)
                .toList();
    }

    /** A collection without a namespace holds the objects of all namespaces. */
    private static boolean isIn(String path, ObjectRef collection) {
        return path.startsWith(collection.path() + "/")
                || collection.namespace().isEmpty()
                        && path.matches(".*/namespaces/[^/]+/" + collection.resource() + "/[^/]+");
    }

    /** Pairs of a key and a value; an object without labels counts as one that has them all. */
    private static boolean labelled(ObjectNode object, String selector) {
        JsonNode labels = object.path("metadata").path("labels");
        return labels.isMissingNode()
                || selector.isEmpty()
                || Stream.of(selector.split(","))
                        .map(pair -> pair.split("=", 2))
                        .allMatch(pair ->
                                pair.length < 2 || labels.path(pair[0]).asText().equals(pair[1]));
    }

    private static boolean onNode(ObjectNode object, String fieldSelector) {
        return !fieldSelector.startsWith("spec.nodeName=")
                || fieldSelector.endsWith("=" + Json.text(object, "/spec/nodeName"));
    }

    /** What it serves in a namespace; empty: it does not tell. */
    public volatile Optional<List<ObjectRef>> serving = Optional.empty();

    @Override
    public Optional<List<ObjectRef>> served(String namespace) {
        return serving;
    }

    @Override
    public boolean serves(ObjectRef collection) {
        return !list(collection, "", "").isEmpty();
    }

    @Override
    public List<String> names(ObjectRef collection) {
        return list(collection, "", "").stream()
                .map(text -> Json.text(Json.read(text), "/metadata/name"))
                .map(name -> "{\"metadata\":{\"name\":\"" + name + "\"}}")
                .toList();
    }

    @Override
    public Optional<String> rules(String namespace) {
        return Optional.empty();
    }

    @Override
    public boolean allowed(Permission permission) {
        return allowed.test(permission);
    }
}
