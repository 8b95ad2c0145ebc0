// SPDX-License-Identifier: Apache-2.0
/**
 * Kubeconfig files, read by us: opening one runs nothing and reads nothing beside it. What a context would run or read is
 * known before it is done, so that the operator can be asked.
 */
@NonNullByDefault
package podium.kubernetes.internal.config;

import org.eclipse.jdt.annotation.NonNullByDefault;
