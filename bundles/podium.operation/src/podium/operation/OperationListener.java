// SPDX-License-Identifier: Apache-2.0
package podium.operation;

/** Hears of each new snapshot of an operation, on any thread. */
public interface OperationListener {
    /** An operation is now as this says. Who hears must not wait: the operation goes on when it returns. */
    void changed(Operation operation);
}
