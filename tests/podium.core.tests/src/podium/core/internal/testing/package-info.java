// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.core.internal.testing;

import org.eclipse.jdt.annotation.NonNullByDefault;
