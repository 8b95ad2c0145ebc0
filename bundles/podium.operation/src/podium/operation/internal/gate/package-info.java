// SPDX-License-Identifier: Apache-2.0
/**
 * The way from an operation to its cluster: checks before it begins, claims on what it works on, and the gate that lets through only
 * to the cluster and as the person it was begun with.
 */
@NonNullByDefault
package podium.operation.internal.gate;

import org.eclipse.jdt.annotation.NonNullByDefault;
