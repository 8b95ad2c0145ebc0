// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * What is known of the objects of a cluster that the model has no classes for, such as volumes, claims and quotas. It belongs to whoever
 * follows the cluster, which defines what can be asked of it, and changes as the cluster does. In the realm.
 */
public interface ClusterFacts {}
