// SPDX-License-Identifier: Apache-2.0
/** The kinds that serve models: KServe and Knative. */
@NonNullByDefault
package podium.kubernetes.internal.kind.serving;

import org.eclipse.jdt.annotation.NonNullByDefault;
