// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.core.internal.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
