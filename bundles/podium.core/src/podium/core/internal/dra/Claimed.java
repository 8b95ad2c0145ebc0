// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import podium.core.dra.ClaimSpec;

/**
 * A claim to be met.
 *
 * @param words how it is called: "claim two-gpus"
 * @param once several pods share it: devices are found for it once
 */
public record Claimed(String words, ClaimSpec spec, boolean once) {}
