// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.operation.internal.partition;

import org.eclipse.jdt.annotation.NonNullByDefault;
