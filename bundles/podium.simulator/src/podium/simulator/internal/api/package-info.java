// SPDX-License-Identifier: Apache-2.0
/** What the API server does with a request: routing, reading, watching, writing, and the special subresources. */
@NonNullByDefault
package podium.simulator.internal.api;

import org.eclipse.jdt.annotation.NonNullByDefault;
