// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes to and from one API server: TLS, authentication, proxy. Everything else of this bundle speaks HTTP through
 * {@link podium.kubernetes.internal.transport.Transport} only.
 */
@NonNullByDefault
package podium.kubernetes.internal.transport;

import org.eclipse.jdt.annotation.NonNullByDefault;
