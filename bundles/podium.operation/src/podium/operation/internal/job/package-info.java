// SPDX-License-Identifier: Apache-2.0
/** Plans for acts on jobs, one or many at once. */
@NonNullByDefault
package podium.operation.internal.job;

import org.eclipse.jdt.annotation.NonNullByDefault;
