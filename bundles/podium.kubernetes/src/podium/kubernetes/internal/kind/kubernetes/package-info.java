// SPDX-License-Identifier: Apache-2.0
/** The kinds of workload that Kubernetes itself has, and the groups of pods that schedulers know. */
@NonNullByDefault
package podium.kubernetes.internal.kind.kubernetes;

import org.eclipse.jdt.annotation.NonNullByDefault;
