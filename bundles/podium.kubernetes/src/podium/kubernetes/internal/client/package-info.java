// SPDX-License-Identifier: Apache-2.0
/** fabric8's client on Podium's own transport: single reads, discovery and typed objects of what the mirror does not follow. */
@NonNullByDefault
package podium.kubernetes.internal.client;

import org.eclipse.jdt.annotation.NonNullByDefault;
