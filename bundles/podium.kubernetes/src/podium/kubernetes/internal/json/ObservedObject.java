// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;

/**
 * One object as it came from a list or a watch.
 *
 * @param version metadata.resourceVersion
 * @param changes what it means to the model; none for an object of a kind that is not read
 * @param farewell what to say, beside that it is gone, when it goes
 * @param failure the Status, when the server sent one in the place of an object
 */
public record ObservedObject(
        String namespace,
        String name,
        String uid,
        String version,
        List<Change> changes,
        List<Change> farewell,
        @Nullable Failure failure) {

    /** A Status that says no. Code 0: not given. */
    public record Failure(int code, String reason, String message) {}
}
