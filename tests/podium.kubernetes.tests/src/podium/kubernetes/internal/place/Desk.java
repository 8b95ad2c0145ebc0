// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.NoObjects;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.adapter.OwnerCompiler;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** A compiler over objects from files, each changed as a test wants it. */
final class Desk extends NoObjects {
    static final ObjectRef JOB = AllKinds.job("team", "train");
    static final ObjectRef POD = ObjectRef.pod("team", "train-0");
    static final ObjectRef DEPLOYMENT = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "web");
    static final ObjectRef JOBSET = new ObjectRef("jobset.x-k8s.io", "v1alpha2", "jobsets", "JobSet", "team", "mesh");

    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private int minor = 36;
    private boolean queues = true;

    Desk() throws IOException {
        put(ObjectRef.node("n1"), "node");
    }

    /** No queue that is named is there, but those that are put. */
    Desk withoutQueues() {
        queues = false;
        return this;
    }

    Desk version(int version) {
        minor = version;
        return this;
    }

    ObjectNode put(ObjectRef ref, String file) throws IOException {
        try (InputStream in = Desk.class.getResourceAsStream("objects/" + file + ".json")) {
            String text = new String(java.util.Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            ObjectNode object = (ObjectNode) Trees.read(text);
            objects.put(ref.path(), object);
            return object;
        }
    }

    /** An object of somebody else's, with what a server adds. */
    void put(ObjectRef ref, JsonNode object) {
        ObjectNode stored = object.deepCopy();
        stored.withObject("/metadata")
                .put("name", ref.name())
                .put("namespace", ref.namespace())
                .put("uid", ref.name() + "-uid")
                .put("resourceVersion", "7");
        objects.put(ref.path(), stored);
    }

    Desk with(ObjectRef ref, String file, Consumer<ObjectNode> change) throws IOException {
        change.accept(put(ref, file));
        return this;
    }

    /** So many pods of the job that run somewhere. */
    Desk running(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            put(ObjectRef.pod("team", "train-" + i), "pod");
        }
        return this;
    }

    Desk node(Consumer<ObjectNode> change) {
        change.accept(java.util.Objects.requireNonNull(
                objects.get(ObjectRef.node("n1").path())));
        return this;
    }

    PlacementCompiler.Result compile(ObjectRef job, Map<ObjectRef, String> pods) throws IOException {
        PlacementCompiler.Request request =
                new PlacementCompiler.Request(job, "", pods, List.of("n1"), Pin.HOSTNAME, "");
        return compile(request);
    }

    PlacementCompiler.Result compile(PlacementCompiler.Request request) throws IOException {
        return new OwnerCompiler(new ClusterId("lab"), this, () -> new ServerVersion(minor), AllKinds.WORKLOADS)
                .compile(request);
    }

    Plan plan(ObjectRef job, Map<ObjectRef, String> pods) throws IOException {
        PlacementCompiler.Result result = compile(job, pods);
        return assertInstanceOf(PlacementCompiler.Result.Compiled.class, result, result::toString)
                .plan();
    }

    PlacementCompiler.Result.Refused refusal(ObjectRef job, Map<ObjectRef, String> pods) throws IOException {
        PlacementCompiler.Result result = compile(job, pods);
        return assertInstanceOf(PlacementCompiler.Result.Refused.class, result, result::toString);
    }

    /** The bodies of a plan's writes. */
    static List<String> bodies(List<Step> steps) {
        return steps.stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write().body())
                .toList();
    }

    /** The steps in words. */
    static List<String> words(List<Step> steps) {
        return steps.stream().map(Step::words).toList();
    }

    @Override
    public Optional<String> read(ObjectRef ref) {
        String name = "/localqueues/" + ref.name();
        if (queues && ref.path().endsWith(name) && objects.keySet().stream().noneMatch(path -> path.endsWith(name))) {
            return Optional.of("{\"metadata\":{\"name\":\"" + ref.name() + "\"}}");
        }
        return Optional.ofNullable(objects.get(ref.path())).map(Trees::write);
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(collection.path() + "/"))
                .map(entry -> Trees.write(entry.getValue()))
                .toList();
    }

    @Override
    public boolean serves(ObjectRef collection) {
        return !list(collection, "", "").isEmpty();
    }

    @Override
    public List<String> names(ObjectRef collection) {
        throw new UnsupportedOperationException();
    }
}
