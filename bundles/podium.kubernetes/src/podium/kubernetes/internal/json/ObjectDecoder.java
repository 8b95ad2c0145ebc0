// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;

/** Reads one object of one kind from its opening brace on. Not thread-safe: one decoder a stream. */
public interface ObjectDecoder {
    ObservedObject decode(JsonInput in) throws IOException;
}
