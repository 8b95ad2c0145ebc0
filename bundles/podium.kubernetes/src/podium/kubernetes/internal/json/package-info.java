// SPDX-License-Identifier: Apache-2.0
/**
 * JSON of the API server, read straight from bytes: only the fields Podium reads become objects; everything else is stepped over.
 * What the fields mean is told by the decoders of {@code podium.kubernetes.internal.decode}. Nothing here is thread-safe unless it
 * says so: one reader serves one stream.
 */
@NonNullByDefault
package podium.kubernetes.internal.json;

import org.eclipse.jdt.annotation.NonNullByDefault;
