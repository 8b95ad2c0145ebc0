// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

/** One who reads all pods of a server and keeps what it keeps. */
interface Contestant {
    /** Lists all pods; returns when they are known. The result is what must be kept and closed. */
    Held list(String server, int pods) throws Exception;

    /** Lists, then counts events of the watch; returns when all are read: nanoseconds from the first to the last. */
    default long watch(String server, int pods, int events) throws Exception {
        throw new UnsupportedOperationException();
    }

    /** What a contestant holds after a list. */
    interface Held extends AutoCloseable {
        /** Pods it knows. */
        int size();

        @Override
        void close() throws Exception;
    }
}
