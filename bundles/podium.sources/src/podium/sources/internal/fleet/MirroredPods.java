// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.core.metrics.ExporterReader.RunningPod;
import podium.core.metrics.ExporterReader.RunningPods;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.sources.texts.Texts;

/** The running pods of a cluster of the model. Waits for the realm; not to be used in it. */
public record MirroredPods(FleetService fleet, ClusterId cluster) implements RunningPods {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public List<RunningPod> matching(BiPredicate<String, Labels> wanted) throws IOException {
        CompletableFuture<List<RunningPod>> found = new CompletableFuture<>();
        fleet.realm()
                .execute(() -> found.complete(fleet.cluster(cluster)
                        .map(model -> matching(model, wanted))
                        .orElse(List.of())));
        return await(found, cluster);
    }

    /** What the realm answers; an interrupt ends the wait. */
    public static <T> T await(CompletableFuture<T> answer, ClusterId cluster) throws IOException {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(Texts.of("MirroredPods.theModelOfIs", cluster), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    private static List<RunningPod> matching(Cluster cluster, BiPredicate<String, Labels> wanted) {
        List<RunningPod> found = new ArrayList<>();
        for (Job job : cluster.getJobs()) {
            List<Task> tasks = job.getTasks();
            if (!tasks.isEmpty()
                    && wanted.test(tasks.getFirst().getName(), tasks.getFirst().getLabels())) {
                tasks.stream().filter(MirroredPods::runs).map(MirroredPods::pod).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean runs(Task task) {
        return task.getPhase() == TaskPhase.RUNNING && task.getDeletion() == null && task.getNode() != null;
    }

    private static RunningPod pod(Task task) {
        String controller =
                task.getController() == null ? "" : task.getController().uid();
        return new RunningPod(
                task.getNamespace(), task.getName(), task.getNode().getName(), task.getLabels(), controller);
    }
}
