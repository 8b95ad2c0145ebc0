// SPDX-License-Identifier: Apache-2.0
/** The kinds of jobs that train: JobSet, Kubeflow, Ray, LeaderWorkerSet, Volcano, AppWrapper. */
@NonNullByDefault
package podium.kubernetes.internal.kind.training;

import org.eclipse.jdt.annotation.NonNullByDefault;
