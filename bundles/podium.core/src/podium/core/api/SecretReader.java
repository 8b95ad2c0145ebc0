// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the content of one Secret, because an operator asked for this one. The content is for a screen: it gets into no journal, no log
 * and no file. Blocks; call on a virtual thread.
 */
public interface SecretReader {
    /**
     * The decoded values by key; empty: there is no such Secret.
     *
     * @param uid another one of its name is not read; empty: whichever is there
     */
    Optional<Map<String, byte[]>> content(String namespace, String name, String uid) throws IOException;
}
