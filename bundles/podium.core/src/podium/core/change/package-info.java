// SPDX-License-Identifier: Apache-2.0
/** What sources report about a cluster: small immutable records, applied to the model by one class in one realm. */
@NonNullByDefault
package podium.core.change;

import org.eclipse.jdt.annotation.NonNullByDefault;
