// SPDX-License-Identifier: Apache-2.0
/** Objects of the API as JSON trees: reading, patches (RFC 6902, RFC 7396), and YAML to read. Pure functions; any thread. */
@NonNullByDefault
package podium.core.json;

import org.eclipse.jdt.annotation.NonNullByDefault;
