// SPDX-License-Identifier: Apache-2.0
/** The kinds that make other work, step by step or as trials: Argo, Kubeflow Pipelines and Notebooks, Katib. */
@NonNullByDefault
package podium.kubernetes.internal.kind.workflow;

import org.eclipse.jdt.annotation.NonNullByDefault;
