// SPDX-License-Identifier: Apache-2.0
/** Reads manifests and compiles the writes that create what is in them. */
@NonNullByDefault
package podium.kubernetes.internal.submit;

import org.eclipse.jdt.annotation.NonNullByDefault;
