// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.List;

/** Takes changes of a cluster. Any thread; keeps the order of one caller; may block when the model is far behind. */
public interface ChangeSink {
    /**
     * Takes changes in the order in which they happened. Those of a cluster that is not open any more are dropped.
     *
     * @param cluster all of them are of this one
     */
    void accept(ClusterId cluster, List<Change> changes);
}
