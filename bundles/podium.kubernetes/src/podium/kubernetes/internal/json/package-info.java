// SPDX-License-Identifier: Apache-2.0
/**
 * JSON of the API server to {@link podium.core.change.Change} records, straight from bytes. Only the fields Podium reads
 * become objects; everything else is stepped over. Nothing here is thread-safe unless it says so: one decoder serves one
 * stream.
 */
@NonNullByDefault
package podium.kubernetes.internal.json;

import org.eclipse.jdt.annotation.NonNullByDefault;
