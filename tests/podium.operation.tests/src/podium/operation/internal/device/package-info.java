// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.operation.internal.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
