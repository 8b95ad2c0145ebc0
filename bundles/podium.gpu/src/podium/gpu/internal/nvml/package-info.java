// SPDX-License-Identifier: Apache-2.0
/**
 * NVIDIA's management library through the foreign-function API. Names, signatures, struct layouts and codes are those of
 * nvml.h (API version 13); a driver that lacks a symbol lacks that reading only.
 */
@NonNullByDefault
package podium.gpu.internal.nvml;

import org.eclipse.jdt.annotation.NonNullByDefault;
