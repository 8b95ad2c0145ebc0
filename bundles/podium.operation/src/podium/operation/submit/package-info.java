// SPDX-License-Identifier: Apache-2.0
/** Submitting manifests: what is in them, where it would fit before it exists, and the plan that creates it. */
@NonNullByDefault
package podium.operation.submit;

import org.eclipse.jdt.annotation.NonNullByDefault;
