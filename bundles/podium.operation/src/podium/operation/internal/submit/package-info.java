// SPDX-License-Identifier: Apache-2.0
/** Makes jobs of manifests that do not exist yet, says where they fit, and has them compiled. */
@NonNullByDefault
package podium.operation.internal.submit;

import org.eclipse.jdt.annotation.NonNullByDefault;
