// SPDX-License-Identifier: Apache-2.0
/**
 * Which devices a resource claim can have on a node, by the rules of kube-scheduler 1.36 (plugin dynamicresources and
 * its structured allocator, k8s.io/dynamic-resource-allocation).
 *
 * <h2>What is asked, and what there is</h2>
 *
 * <pre>
 *  ResourceClaim / template                         ResourceSlices of all drivers
 *    request: 4 of class gpu.nvidia.com               pool "node-7", generation 12: gpu-0 ... gpu-7
 *      selectors (CEL), capacity, tolerations         attributes, capacity, taints, shared counters
 *    or the first that can be met of several            |
 *    constraints: same numa, distinct ...               | ResourceSliceIndex, PoolGatherer: newest generation, whole pools only
 *         |                                             v
 *         v                                        NodeDevices: what can be had on this node, in the scheduler's order
 *   CompiledClaims                                      |
 *     RequestOption: one way to meet one request        |  AllocationState: who has which device, whole or in parts
 *         \____________________   ______________________/
 *                              \ /
 *                       NodeRequestOption: the option on this node, which devices match
 *                               |
 *                        AllocationSearch: claim after claim, request after request, device after device;
 *                               |          takes back what leads nowhere, as the scheduler does
 *                               v
 *              AllocationOutcome: these devices   or   AllocationFailure: which request, and what keeps each device off
 * </pre>
 *
 * The order in which devices are tried is the scheduler's, since the first allocation that works is the one that it
 * makes. What is alike is tried once; that changes the time and nothing else. Counters that partitions of a GPU share
 * ({@link podium.placement.internal.dra.SharedCounters}, KEP-4815) and capacity that several claims consume ({@link
 * podium.placement.internal.dra.CapacityRules}, KEP-5075) are counted down on the way and given back on the way back.
 *
 * <h2>Five thousand nodes at once</h2>
 *
 * <pre>
 *  nodes      n1 n2 n3 n4 ... n5000
 *              \  |  /     \   /
 *  signature    S1           S2            DeviceSignature: how the devices are made and what others have of them, without names
 *                |            |
 *  search      once         once           all nodes of one signature serve as many copies of the claims
 * </pre>
 *
 * Simple claims (equal or quite different devices, nothing shared) are not even searched: {@link
 * podium.placement.internal.dra.FastCopyCount} counts bits. Selectors are run once for each shape of device: a {@link
 * podium.placement.internal.dra.cel.TrackedDevice} remembers which fields an expression read, and {@link
 * podium.placement.internal.dra.cel.SelectorMemo} gives devices that show the same in these fields the same answer. CEL
 * itself is loaded beside the realm, when the first selector is met; until then a claim is not judged, and the verdict
 * says so.
 *
 * <h2>What is not judged</h2>
 *
 * A selector that fails on a device, a rule or a field that this version does not know, objects that may not be listed:
 * the claim is then {@link podium.placement.internal.dra.UnjudgedException not judged}, with the reason; never guessed.
 *
 * <h2>Threads</h2>
 *
 * In the realm, or on one thread with objects that stay (the copy of a what-if). {@link
 * podium.placement.internal.dra.LazySelectors} alone works beside it and tells when it has read what was asked for.
 */
@NonNullByDefault
package podium.placement.internal.dra;

import org.eclipse.jdt.annotation.NonNullByDefault;
