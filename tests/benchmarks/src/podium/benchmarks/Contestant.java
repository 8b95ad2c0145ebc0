// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

/** One who reads all pods of a server and keeps what it keeps. */
interface Contestant {
    /**
     * Where the pods are.
     *
     * @param pem file of the certificate to trust; empty for plain HTTP
     */
    record Server(String url, String pem) {}

    /** Lists all pods; returns when they are known. The result is what must be kept and closed. */
    Held list(Server server, int pods) throws Exception;

    /**
     * Lists, then reads the events of the watch; returns when all are applied to what it keeps: nanoseconds from the first to
     * the last.
     */
    default long watch(Server server, int pods, int events) throws Exception {
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
