// SPDX-License-Identifier: Apache-2.0
/** Cutting the GPUs of a node into MIG instances, or making them whole. */
@NonNullByDefault
package podium.operation.partition;

import org.eclipse.jdt.annotation.NonNullByDefault;
