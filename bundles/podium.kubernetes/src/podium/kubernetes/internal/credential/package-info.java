// SPDX-License-Identifier: Apache-2.0
/** Whom a kubeconfig makes of the operator: keys, tokens, and programs that are asked for them, which are run with consent alone. */
@NonNullByDefault
package podium.kubernetes.internal.credential;

import org.eclipse.jdt.annotation.NonNullByDefault;
