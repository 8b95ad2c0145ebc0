// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * On what terms one device reaches the memory of another (cuDeviceCanAccessPeer and cuDeviceGetP2PAttribute of the CUDA
 * driver API).
 *
 * @param access reads and writes it directly; without, the driver copies through the memory of the host
 * @param rank relative performance of the way, 0 is the best; empty when not told
 * @param atomics native atomic operations go over the link; empty when not told
 */
public record PeerAccess(boolean access, OptionalInt rank, Optional<Boolean> atomics) {}
