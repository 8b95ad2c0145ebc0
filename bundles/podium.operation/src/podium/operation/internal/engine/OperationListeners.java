// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.operation.Operation;
import podium.operation.OperationListener;

/** Those who are told of each new snapshot. One that fails must not fail the operation. Any thread. */
final class OperationListeners {
    private final List<OperationListener> all = new CopyOnWriteArrayList<>();

    /** Tells them from here on; close the result to end it. */
    AutoCloseable add(OperationListener listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(Operation snapshot) {
        for (OperationListener listener : all) {
            try {
                listener.changed(snapshot);
            } catch (RuntimeException e) {
                System.getLogger(OperationListeners.class.getName())
                        .log(System.Logger.Level.WARNING, "a listener of operations failed", e);
            }
        }
    }
}
