// SPDX-License-Identifier: Apache-2.0
/**
 * The service of placement. Verdicts, layouts of gangs and quotas lie in the packages below, each of which knows only those before it:
 * {@code index} (the fleet as rows of numbers), {@code task} (what is to be placed), {@code rule} (the rules of kube-scheduler, with
 * {@code dra} for claims) beside {@code quota}, {@code verdict} (all of them for a whole subject), {@code gang} (the search).
 *
 * <h2>From a subject to a verdict</h2>
 *
 * <pre>
 *  fleet model (EMF)            ClusterIndex: one row of numbers a node
 *    nodes, tasks, taints  ---&gt;   free: cpu  memory  nvidia.com/gpu ...       follows the changes of the fleet
 *                                     |
 *  subject (a job, some tasks)        v
 *    what it asks for      ---&gt;  TaskProbe  x  row  ---&gt;  RowCheck: the rules of kube-scheduler, each with its reason
 *                                                            |        devices: DraCheck, DeviceRoom, SharedGpus
 *                                                            v        neighbours: InterPodAffinityRule, TopologySpreadRule
 *                                                     verdict of a node: fits / fits but / does not fit, and why
 * </pre>
 *
 * Rows are arrays of numbers, so that all nodes of a large fleet can answer while a job is dragged. What takes longer than a frame is an
 * answer in steps ({@link podium.placement.IncrementalResult}).
 *
 * <h2>Queues and quotas</h2>
 *
 * What does not lie in nodes: {@link podium.placement.internal.quota.QuotaCheck} asks the queue of the job (Kueue: flavors, cohorts,
 * preemption;
 * Volcano, KAI: queues above queues) and the quotas of the namespace. A verdict of a whole subject names them beside the nodes.
 *
 * <h2>Threads</h2>
 *
 * Everything here is asked in the realm of the fleet and reads the model; nothing blocks and nothing asks a server.
 */
@NonNullByDefault
package podium.placement.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
