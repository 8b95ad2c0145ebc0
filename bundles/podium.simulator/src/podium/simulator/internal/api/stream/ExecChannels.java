// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;

/** The connection of one exec or attach: numbered channels both ways, as {@link ChannelSocket} numbers them. */
interface ExecChannels {
    /** Hears what the client sends, in its order on each channel. */
    @FunctionalInterface
    interface Receiver {
        void take(ChannelSocket.Message message) throws IOException;
    }

    /** Where bytes for the client go; what the client did not ask for is dropped. */
    OutputStream out(int channel);

    /** Tells how the program ended, and that nothing more comes. */
    void end(byte[] status) throws IOException;

    /** Listens until the client goes. */
    void listen(Receiver receiver) throws IOException;
}
