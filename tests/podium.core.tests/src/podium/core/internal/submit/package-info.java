// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.core.internal.submit;

import org.eclipse.jdt.annotation.NonNullByDefault;
