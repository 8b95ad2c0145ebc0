// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.util.List;

/** Decides what a stream sends in the place of one frame: nothing, the frame, another one, or several. */
@FunctionalInterface
public interface FrameFilter {

    /** Sends every frame as it is. */
    FrameFilter NONE = List::of;

    /** The frames to send instead. Called in order on the connection's thread; it may keep frames for later. */
    List<byte[]> apply(byte[] frame);
}
