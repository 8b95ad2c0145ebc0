// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.function.Consumer;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;

/** Capabilities of the connection to a cluster; where there is none, that is said. UI thread. */
record CapabilityLookup(Connections connections, Dialogs dialogs) {
    /** @param title what it is needed for */
    <T> void with(ClusterId cluster, Class<T> type, String title, Consumer<T> then) {
        connections
                .capability(cluster, type)
                .ifPresentOrElse(
                        then,
                        () -> dialogs.refuse(
                                title,
                                Texts.of("CapabilityLookup.itsClusterIsNot"),
                                Texts.of("CapabilityLookup.reconnectItThenTry")));
    }
}
