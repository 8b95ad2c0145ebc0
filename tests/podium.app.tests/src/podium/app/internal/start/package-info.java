// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.app.internal.start;

import org.eclipse.jdt.annotation.NonNullByDefault;
