// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** All that a cluster of the model says, as text that does not depend on the order of arrival. */
final class Picture {
    private Picture() {}

    static String of(Cluster cluster) {
        List<String> lines = new ArrayList<>();
        cluster.getDomains().forEach(domain -> domain(domain, "", lines));
        cluster.getNodes().forEach(node -> lines.add(node(node)));
        cluster.getQueues()
                .forEach(queue -> lines.add("queue " + queue.getKind() + "/" + queue.getNamespace() + "/"
                        + queue.getName() + " " + queue.getPending() + " "
                        + names(queue.getJobs().stream().map(Job::getName).toList())));
        TreeMap<String, String> jobs = new TreeMap<>();
        cluster.getJobs().forEach(job -> jobs.put(job.getUid(), job(job)));
        lines.sort(null);
        lines.addAll(jobs.values());
        return String.join("\n", lines);
    }

    private static void domain(Domain domain, String path, List<String> lines) {
        String here = path + "/" + domain.getLevel() + "=" + domain.getName();
        lines.add("domain " + here + " "
                + names(domain.getNodes().stream().map(Node::getName).toList()));
        domain.getDomains().forEach(child -> domain(child, here, lines));
    }

    private static String node(Node node) {
        return "node " + node.getName() + " " + node.getUid() + " " + node.getCapacity() + " "
                + node.getAccelerators().stream().map(Picture::accelerator).collect(Collectors.joining("; ")) + " "
                + names(node.getTasks().stream().map(Task::getName).toList());
    }

    private static String accelerator(Accelerator accelerator) {
        return accelerator.getIndex() + " " + accelerator.getUuid() + " " + accelerator.getModel() + " "
                + accelerator.getHealth() + " "
                + names(accelerator.getTasks().stream().map(Task::getName).toList());
    }

    private static String job(Job job) {
        String head = "job " + job.getKind() + "/" + job.getName() + " " + job.getState() + " (" + job.getReason()
                + ") wants "
                + job.getWantedTasks() + " min " + job.getMinimum() + " priority " + job.getPriority() + " queue "
                + name(job.getQueue() == null ? null : job.getQueue().getName());
        return head + job.getTasks().stream().map(Picture::task).sorted().collect(Collectors.joining());
    }

    private static String task(Task task) {
        return "\n  " + task.getName() + " " + task.getPhase() + " on "
                + name(task.getNode() == null ? null : task.getNode().getName()) + " holds "
                + names(task.getAccelerators().stream()
                        .map(accelerator -> Integer.toString(accelerator.getIndex()))
                        .toList());
    }

    private static String name(@Nullable String name) {
        return name == null ? "-" : name;
    }

    private static String names(Collection<String> names) {
        return names.stream().sorted().toList().toString();
    }
}
