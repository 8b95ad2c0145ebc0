// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.ReadRefused;
import podium.core.api.WriteResult;
import podium.core.testkit.LabCluster;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Step;

/** One open cluster that answers reads from a map; a collection that is not in it is not served. */
final class SiteConnections extends LabCluster implements ObjectReader, ObjectWriter, JobActionCompiler {
    /** Objects as JSON, by the path of their collection. */
    final Map<String, List<String>> collections = new HashMap<>();

    /** Objects as JSON, by their path. */
    final Map<String, String> objects = new HashMap<>();

    final List<String> asked = new ArrayList<>();
    /** Writes that were tried; none is really made. */
    final List<ApiWrite> tried = new CopyOnWriteArrayList<>();

    Function<ApiWrite, WriteResult> answers = _ -> new WriteResult.Accepted(201, "{}", List.of());

    @Override
    public WriteResult send(ApiWrite write, boolean dryRun) {
        assertTrue(dryRun, "nothing is changed here");
        tried.add(write);
        return answers.apply(write);
    }

    @Override
    public Optional<String> read(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref.path()));
    }

    @Override
    public PlacementCompiler.Result compile(ObjectRef job, String uid, JobAction act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Choices choices(ObjectRef job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int added(ObjectRef job, JobAction act) {
        return 0;
    }

    @Override
    public Pause pause(ObjectRef job, String uid) {
        ApiWrite start = suspending(job, uid, false);
        return new Pause(
                new Step.Write(suspending(job, uid, true), Optional.of(start)),
                new Step.Write(start, Optional.of(start)));
    }

    private static ApiWrite suspending(ObjectRef job, String uid, boolean suspend) {
        return new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                job,
                "",
                "{\"spec\":{\"suspend\":" + suspend + "}}",
                Optional.of(uid),
                Optional.empty(),
                (suspend ? "Suspend " : "Resume ") + job.displayName());
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        asked.add(collection.path());
        List<String> found = collections.get(collection.path());
        if (found == null) {
            throw new ReadRefused(403, "the server answered 403 for " + collection.path());
        }
        return found;
    }

    @Override
    public boolean serves(ObjectRef collection) {
        asked.add("? " + collection.apiVersion());
        return collections.keySet().stream()
                .anyMatch(path -> path.startsWith("/apis/" + collection.apiVersion() + "/"));
    }

    @Override
    public Optional<List<ObjectRef>> served(String namespace) {
        return Optional.empty();
    }

    @Override
    public List<String> names(ObjectRef collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant serverTime(Instant here) {
        return here;
    }
}
