// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

/** Writes objects. Blocks; call on a virtual thread. */
public interface ObjectWriter {
    /**
     * Sends one write and tells what came of it. It throws nothing: that the server refused, or did not answer, is a result.
     *
     * @param dryRun whether the server is to judge the write and keep nothing of it (dryRun=All)
     */
    WriteResult send(ApiWrite write, boolean dryRun);
}
