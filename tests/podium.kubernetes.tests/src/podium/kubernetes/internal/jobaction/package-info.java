// SPDX-License-Identifier: Apache-2.0
/** Acts on jobs of each kind, over objects in memory. */
package podium.kubernetes.internal.jobaction;
