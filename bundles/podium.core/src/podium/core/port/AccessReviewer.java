// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

import java.io.IOException;

/** Asks the server what the operator may do. Blocks; call on a virtual thread. */
public interface AccessReviewer {
    boolean allowed(Permission permission) throws IOException;
}
