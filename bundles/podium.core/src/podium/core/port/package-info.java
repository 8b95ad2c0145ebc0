// SPDX-License-Identifier: Apache-2.0
/** What core asks of the outside: small capabilities, implemented by podium.kubernetes, podium.gpu and the agent. */
@NonNullByDefault
package podium.core.port;

import org.eclipse.jdt.annotation.NonNullByDefault;
