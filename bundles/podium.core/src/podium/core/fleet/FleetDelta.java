// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Set;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * What one slice changed. Added, changed and removed objects of a kind are in its set; a removed one has no container. With a
 * cluster that was removed goes all that is in it, of which nothing more is told.
 *
 * @param structure true when clusters, domains or nodes came, went or moved, or a cluster got another name
 */
public record FleetDelta(Set<Cluster> clusters, Set<Node> nodes, Set<Job> jobs, Set<Task> tasks, boolean structure) {}
