// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

/** Writes objects. Blocks; call on a virtual thread. */
public interface ObjectWriter {
    WriteResult send(ApiWrite write, boolean dryRun);
}
