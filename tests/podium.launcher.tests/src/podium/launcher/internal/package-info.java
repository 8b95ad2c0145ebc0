// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.launcher.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
