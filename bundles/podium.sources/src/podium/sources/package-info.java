// SPDX-License-Identifier: Apache-2.0
/** What a console and an agent need alike to get at what is watched: the name of this machine, TLS with PEM files. */
@NonNullByDefault
package podium.sources;

import org.eclipse.jdt.annotation.NonNullByDefault;
