// SPDX-License-Identifier: Apache-2.0
package podium.operation.forward;

import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;

/** A port that is forwarded. Any thread. */
public interface PortForward {
    ClusterId cluster();

    ForwardTarget target();

    /** Where it is on this machine. */
    int localPort();

    /** The pod that answers now. */
    String pod();

    /** Connections that are open now. */
    int connections();

    /** Whether it takes connections. */
    boolean isOpen();

    /** Whether no pod was found for the last connection; the words say why. */
    boolean isRefusing();

    /** What happened last, in a sentence: where it goes, what broke, why it ended. */
    String words();

    /** Ends it, and takes it off the list; its port is free then. May block for a moment. */
    void stop();

    /** Where a browser finds it. */
    default String url() {
        return "http://127.0.0.1:" + localPort() + "/";
    }
}
