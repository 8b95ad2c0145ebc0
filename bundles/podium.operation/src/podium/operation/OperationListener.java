// SPDX-License-Identifier: Apache-2.0
package podium.operation;

/** Hears of each new snapshot of an operation, on any thread. */
public interface OperationListener {
    void changed(Operation operation);
}
