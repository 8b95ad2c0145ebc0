// SPDX-License-Identifier: Apache-2.0
/** Connects Podium to Kubernetes: the connector service and what its connections are made of. */
@NonNullByDefault
package podium.kubernetes.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
