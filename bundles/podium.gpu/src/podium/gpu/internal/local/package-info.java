// SPDX-License-Identifier: Apache-2.0
/**
 * Samples the GPUs of this machine through NVML. Four threads: one opens the library and opens it again after a reload, one
 * samples, one takes the slow readings, one waits for XID errors. Whoever asks how things stand waits for none of them.
 */
@NonNullByDefault
package podium.gpu.internal.local;

import org.eclipse.jdt.annotation.NonNullByDefault;
