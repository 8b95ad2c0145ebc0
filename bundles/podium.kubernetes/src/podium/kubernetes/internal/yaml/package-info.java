// SPDX-License-Identifier: Apache-2.0
/** YAML as kubectl takes it, read in a time that grows with its length and no deeper than people write. */
@NonNullByDefault
package podium.kubernetes.internal.yaml;

import org.eclipse.jdt.annotation.NonNullByDefault;
