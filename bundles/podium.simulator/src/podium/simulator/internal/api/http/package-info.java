// SPDX-License-Identifier: Apache-2.0
/** HTTP/1.1 over TLS on virtual threads, as much of it as an API server needs, open to planned faults. */
@NonNullByDefault
package podium.simulator.internal.api.http;

import org.eclipse.jdt.annotation.NonNullByDefault;
