// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.kubernetes.internal.kind.kubernetes;

import org.eclipse.jdt.annotation.NonNullByDefault;
