// SPDX-License-Identifier: Apache-2.0
/** What plans are made from and of: objects read once, refusals, writes that test what they change, waits. */
@NonNullByDefault
package podium.kubernetes.internal.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
