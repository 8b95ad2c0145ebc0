// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.ClusterId;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Objects in memory, and the compiler over them. */
final class Shelf implements ObjectReader {
    static final ObjectRef JOB = AllKinds.job("team", "train");
    private final Map<String, String> objects = new TreeMap<>();
    private String unreadable = "";

    static ObjectRef ref(String group, String version, String resource, String kind, String name) {
        return new ObjectRef(group, version, resource, kind, "team", name);
    }

    /** Puts an object there; metadata is made from the reference. */
    Shelf put(ObjectRef ref, String metadata, String more) {
        objects.put(
                ref.path(),
                "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\",\"uid\":\"u-%s\",\"resourceVersion\":\"7\"%s}%s}"
                        .formatted(
                                ref.apiVersion(), ref.kind(), ref.name(), ref.namespace(), ref.name(), metadata, more));
        return this;
    }

    /** A Workload that says it was made of "train", and is controlled by this uid. */
    Shelf workload(String name, String controller, String more) {
        return put(
                ref("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", name),
                ",\"labels\":{\"kueue.x-k8s.io/job-uid\":\"u-train\"},\"ownerReferences\":[{\"uid\":\"" + controller
                        + "\",\"controller\":true}]",
                ",\"spec\":{\"active\":true}" + more);
    }

    /** A job of Kueue in queue "small", with its Workload. */
    Shelf queued(boolean suspended) {
        put(JOB, ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}", ",\"spec\":{\"suspend\":" + suspended + "}");
        workload("job-train", "u-train", "");
        for (String queue : List.of("small", "large")) {
            put(ref("kueue.x-k8s.io", "v1beta1", "localqueues", "LocalQueue", queue), "", "");
        }
        objects.put(
                "/apis/kueue.x-k8s.io/v1beta1/workloadpriorityclasses/urgent", "{\"metadata\":{\"name\":\"urgent\"}}");
        return this;
    }

    /** Nobody may list what is of this API group. */
    Shelf forbid(String group) {
        unreadable = group;
        return this;
    }

    Result compile(ObjectRef job, JobAction act) throws IOException {
        return new JobActionCompilerImpl(new ClusterId("lab"), this, AllKinds.WORKLOADS).compile(job, "", act);
    }

    Plan plan(ObjectRef job, JobAction act) throws IOException {
        Result result = compile(job, act);
        return assertInstanceOf(Result.Compiled.class, result, result::toString).plan();
    }

    Result.Refused refusal(ObjectRef job, JobAction act) throws IOException {
        Result result = compile(job, act);
        return assertInstanceOf(Result.Refused.class, result, result::toString);
    }

    Choices choices(ObjectRef job) throws IOException {
        return new JobActionCompilerImpl(new ClusterId("lab"), this, AllKinds.WORKLOADS).choices(job);
    }

    JobActionCompiler.Pause pause(ObjectRef job, String uid) throws IOException {
        return new JobActionCompilerImpl(new ClusterId("lab"), this, AllKinds.WORKLOADS).pause(job, uid);
    }

    static List<String> bodies(List<Step> steps) {
        return steps.stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write().body())
                .toList();
    }

    static List<String> words(List<Step> steps) {
        return steps.stream().map(Step::words).toList();
    }

    @Override
    public Optional<String> read(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref.path()));
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        if (!unreadable.isEmpty() && collection.group().equals(unreadable)) {
            throw new ReadRefused(403, "forbidden");
        }
        // one of all namespaces has those of each
        String all = collection.namespace().isEmpty()
                ? "(/namespaces/[^/]+)?/" + collection.resource() + "/[^/]+"
                : "/namespaces/" + collection.namespace() + "/" + collection.resource() + "/[^/]+";
        String api =
                (collection.group().isEmpty() ? "/api/" : "/apis/" + collection.group() + "/") + collection.version();
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().matches(Pattern.quote(api) + all))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public boolean serves(ObjectRef collection) throws IOException {
        return !list(collection, "", "").isEmpty();
    }

    @Override
    public Optional<List<ObjectRef>> served(String namespace) {
        return Optional.of(List.of(ref("zoo.example.com", "v1", "mice", "Mouse", "")));
    }

    @Override
    public List<String> names(ObjectRef collection) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant serverTime(Instant here) {
        return here;
    }
}
